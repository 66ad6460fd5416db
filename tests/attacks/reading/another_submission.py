"""Reads what a neighbour has handed in, what was graded of it, and what others left in /tmp."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "another submission"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "open(course + '/submitted/neighbour/rnn_gradients/notes.json').read()",
            "[open(p).read() for p in glob.glob(course + '/submitted/*/*/*.json')]",
            "[open(p).read() for p in glob.glob(course + '/autograded/*/*/*')]",
            "[open(p).read() for p in glob.glob(course + '/results/*/*')]",
            "os.listdir(course + '/submitted')",
            "[open(p).read() for p in glob.glob('../*/*')]",
            "os.listdir(os.path.dirname(os.getcwd()))",
            "[os.listdir(p) for p in ('/tmp', '/dev/shm', '/var/tmp', '/run')]",
            "os.listdir('../..')",
            course=stage.root / "course",
        )
    )
    desk.save()
