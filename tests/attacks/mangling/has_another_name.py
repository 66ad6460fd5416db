"""Hands in the notebook under the name that a browser gave the second copy."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.save()
    desk.file.rename(desk.folder / "rnn_gradients (1).ipynb")
