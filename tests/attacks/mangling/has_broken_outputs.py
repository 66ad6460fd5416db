"""Keeps outputs that no version of the format allows."""

import json

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.save()
    notebook = json.loads(desk.file.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream"}, None, {"data": 3}]
            cell["execution_count"] = "last"
    desk.file.write_text(json.dumps(notebook))
