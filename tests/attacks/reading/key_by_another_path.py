"""Reaches the course key by relative paths, by /proc, and from inside folders that may be read."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "os.chdir(course) or open('key').read()",
            "os.chdir('/') or open(key[1:]).read()",
            "open('/usr/lib/../..' + key).read()",
            "open('/proc/self/root' + key).read()",
            "open('/proc/thread-self/cwd/' + '../' * 20 + key).read()",
            "open(f'/proc/{os.getppid()}/root' + key).read()",
            "open(os.path.join(np.__path__[0], '../' * 30) + key).read()",
            "os.listdir(course)",
            "glob.glob(course + '/*/*')",
            "list(os.walk('/'))",
            "os.fchdir(os.open(course, os.O_PATH)) or open('key').read()",
            key=stage.root / "course/key",
            course=stage.root / "course",
        )
    )
    desk.save()
