"""Reads the instructor's notebook, and its own one as it lies where it is graded."""

from graders.doctor.cells import trying

PROMISE = 2
CLASS = "Kratzke: redirection"
SECRET = "the source assignment"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "open(source).read()",
            "__import__('nbformat').read(source, 4)",
            "[open(p).read() for p in glob.glob(course + '/course/source_with_tests/*/*')]",
            "open('rnn_gradients.ipynb').read()",
            "[open(p).read() for p in glob.glob('../../../*/*/*')]",
            "open(course + '/nbgrader_config.py').read()",
            "get_ipython().run_line_magic('run', source)",
            course=stage.root,
            source=stage.root / "assignments" / desk.folder.name / desk.file.name,
        )
    )
    desk.save()
