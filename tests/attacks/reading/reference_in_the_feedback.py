"""Fails while it is graded in code that names the reference as its file, for feedback to quote."""

from graders.grader import GRADERS

PROMISE = 2
SECRET = "the reference"
EARNS = 54.0
CODE = """
exec(compile("\\n" * {line} + "def step_jacobian(W_hh, z): return 1 / 0", {path!r}, "exec"))
"""


def work(desk, stage):
    desk.answer_all()
    path = GRADERS.parent / "reference/rnn_gradients.py"
    lines = path.read_text().splitlines()
    told = next(k for k, line in enumerate(lines) if "whose row r is" in line)
    desk.answer(step_jacobian=CODE.format(line=told, path=str(path)))
    desk.save()
