"""Names a kernel and a language that are not installed here."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.notebook.metadata.kernelspec = {"name": "deepnote", "display_name": "?", "language": "R"}
    desk.notebook.metadata.language_info = {"name": "R"}
    desk.save()
