"""Fails in code that names the reference as its file, so that tracebacks show that file's lines."""

from graders.grader import GRADERS

PROMISE = 2
SECRET = "the reference"
EARNS = 74.0
CODE = """
import traceback, warnings

fails = compile("\\n" * {line} + "1 / 0", {path!r}, "exec")
warnings.warn_explicit("look", UserWarning, {path!r}, {line} + 1)
try:
    exec(fails)
except ZeroDivisionError:
    traceback.print_exc()
exec(fails)
"""


def work(desk, stage):
    desk.answer_all()
    path = GRADERS.parent / "reference/rnn_gradients.py"
    lines = path.read_text().splitlines()
    told = next(k for k, line in enumerate(lines) if "whose row r is" in line)
    desk.add_cell(CODE.format(line=told, path=str(path)))
    desk.save()
