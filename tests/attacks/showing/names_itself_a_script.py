"""Gives cells, tags and the notebook itself names that are scripts."""

PROMISE = 7


SCRIPT = "\"><script>attackmark()</script><img src=x onerror='attackmark()'>"


def work(desk, stage):
    desk.answer_all()
    desk.notebook.metadata.title = desk.notebook.metadata.authors = SCRIPT
    desk.notebook.metadata.language_info = {"name": SCRIPT, "pygments_lexer": SCRIPT}
    for cell in desk.notebook.cells:
        cell.metadata.tags, cell.metadata.name = [SCRIPT], SCRIPT
    desk.save()
