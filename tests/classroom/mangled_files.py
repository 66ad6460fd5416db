"""What lies in the folder of a student with a mangled notebook, bytes and all.

First the notebook becomes JSON, then things are done to the JSON, then to its bytes and its folder.
"""

import copy
import json
import os
import random
import warnings

import nbformat

NAME = "rnn_gradients.ipynb"
NAMES = (
    *("rnn_gradients (1).ipynb", "rnn_gradients-Copy1.ipynb", "Übung 作业.ipynb", "a b.ipynb"),
    *("rnn_gradients.IPYNB", "rnn_gradients.ipynb.txt", "rnn_gradients.ipynb.json"),
    *(
        "RNN_Gradients.ipynb",
        "rnn_gradients.json",
        "rnn_gradients",
        "\x1b[2J\n.ipynb",
        "\udcff.ipynb",
    ),
)
JUNK = (
    *(
        None,
        True,
        0,
        -1,
        3.5,
        10**30,
        float("nan"),
        float("inf"),
        "",
        "x",
        "\ud800",
        "\0",
        "x" * 10**5,
    ),
    *([], {}, [[]], [None], ["a", 1, None, {"b": []}], {"a": {"b": [1]}}, {"": ""}, {"cells": []}),
)
OUTPUTS = (
    None,
    "text",
    {"output_type": "stream"},
    [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}],
    [{"output_type": "execute_result", "data": {"text/plain": "2.5"}, "metadata": {}}],
    [{"output_type": "display_data", "data": {"image/png": "x" * 10**5}, "metadata": None}],
    [{"output_type": "error", "ename": 1, "evalue": None, "traceback": {"a": "\x1b[31m"}}],
    [{"output_type": "pyout", "prompt_number": 1, "text": "old"}, 3, None, []],
    [{"output_type": "display_data", "data": {"application/vnd.jupyter.widget-view+json": {}}}],
)
METADATA = (
    {"tags": ["skip-execution", "raises-exception", "remove-cell", "remove-input"]},
    {"tags": "skip-execution", "editable": False, "deletable": False, "collapsed": True},
    {
        "colab": {"base_uri": "https://localhost:8080/"},
        "id": "x7",
        "outputId": "1",
        "cellView": "form",
    },
    {"vscode": {"languageId": "python"}, "trusted": True, "_uuid": "8", "_cell_guid": "b"},
    {"jupyter": {"source_hidden": True}, "slideshow": {"slide_type": "skip"}, "scrolled": "auto"},
    {
        "nbgrader_extra": {"grade_id": "test_step_jacobian"},
        "jupytext": {"formats": "ipynb,py:percent"},
    },
)
ABOUT = (
    {"locked": False, "solution": True},
    {"locked": True, "solution": False, "grade": True, "points": 10**9},
    {"grade": True, "points": float("nan")},
    {"points": "many", "schema_version": 0},
    {"schema_version": 99, "cell_type": "markdown", "checksum": "0" * 32},
    {"task": True, "remove": True, "locked": "yes"},
)


def notebook_of(work, rng):
    """The notebook as JSON, written by the one or the other program."""
    cells = []
    for number, piece in enumerate(work.pieces()):
        source = piece.text if rng.random() < 0.5 else piece.text.splitlines(keepends=True)
        kind = {"cell_type": piece.kind} | ({"level": 1} if piece.kind == "heading" else {})
        cell = {
            "id": f"c{number}",
            "metadata": copy.deepcopy(piece.metadata),
            "source": source,
        } | kind
        cells.append(cell | ({"outputs": [], "execution_count": 1} if piece.kind == "code" else {}))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def put_metadata(notebook, work, rng):
    for cell in rng.sample(notebook["cells"], rng.randrange(1, len(notebook["cells"]) + 1)):
        cell["metadata"] |= copy.deepcopy(rng.choice(METADATA))


def put_points(notebook, work, rng):
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"] and rng.random() < 0.3:
            cell["metadata"]["nbgrader"] |= rng.choice(ABOUT)


def put_outputs(notebook, work, rng):
    for cell in rng.sample(notebook["cells"], rng.randrange(1, len(notebook["cells"]) + 1)):
        cell["outputs"], cell["execution_count"] = rng.choice(OUTPUTS), rng.choice(JUNK)


def put_attachments(notebook, work, rng):
    picture = {"a.png": {"image/png": "iVBORw0KGgo="}, "b": rng.choice(JUNK)}
    for cell in rng.sample(notebook["cells"], rng.randrange(1, len(notebook["cells"]) + 1)):
        cell["attachments"] = rng.choice([picture, *JUNK])


def put_ids(notebook, work, rng):
    for cell in notebook["cells"]:
        cell["id"] = rng.choice(
            ["same", "", "no spaces allowed", None, 7, "x" * 100, "grading-overview"]
        )


def leave_out_ids(notebook, work, rng):
    for cell in notebook["cells"]:
        cell.pop("id", None)
    notebook["nbformat_minor"] = rng.choice([0, 4, 5])


def put_versions(notebook, work, rng):
    notebook["nbformat"] = rng.choice([4, 5, 3, "4", None, 99, -1, {}])
    notebook["nbformat_minor"] = rng.choice([0, 1, 2, 4, 5, 77, "5", None])


def put_kernel(notebook, work, rng):
    notebook["metadata"] = rng.choice(
        [
            *({}, None, [], "python", {"kernelspec": None}, {"kernelspec": {"name": "ir"}}),
            {"colab": {"provenance": []}, "accelerator": "GPU", "nbgrader": {"points": 3}},
            {"celltoolbar": "Create Assignment", "unrolled": {"repairs": ["Mine."]}},
        ]
    )


def put_junk(notebook, work, rng):
    """Put something of a wrong type somewhere; what it takes the place of is spoiled."""
    number = rng.randrange(len(notebook["cells"]))
    cell, piece = notebook["cells"][number], work.pieces()[number]
    if not isinstance(cell, dict) or rng.random() < 0.1:
        notebook["cells"][number], piece.spoiled = rng.choice(JUNK), True
        return
    key = rng.choice([*cell, "source", "new"])
    about = cell["metadata"].get("nbgrader") if isinstance(cell.get("metadata"), dict) else None
    if key == "metadata" and isinstance(about, dict) and rng.random() < 0.7:
        inner = rng.choice([*about, "grade_id", "nbgrader"])
        (cell["metadata"] if inner == "nbgrader" else about)[inner] = rng.choice(JUNK)
    else:
        cell[key] = rng.choice(JUNK)
    if key in ("source", "cell_type"):
        piece.spoiled = True


def of_2014(notebook, work, rng):
    for cell in notebook["cells"]:
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            cell["input"] = cell.pop("source", "")
    notebook["worksheets"] = [{"cells": notebook.pop("cells"), "metadata": {}}]
    notebook["nbformat"], notebook["nbformat_minor"] = rng.choice([2, 3]), 0


def converted(notebook, work, rng):
    """What nbformat itself makes of a notebook for a program of 2014, if it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            old = nbformat.convert(nbformat.from_dict(copy.deepcopy(notebook)), 3)
    except Exception:
        return
    notebook.clear()
    notebook.update(json.loads(json.dumps(old)))


CHANGES = (
    *(put_metadata, put_points, put_outputs, put_attachments, put_ids, leave_out_ids),
    *(put_versions, put_kernel, put_junk, put_junk),
)


def encoded(notebook, work, rng):
    """The bytes of a notebook; what is cut off of them is spoiled."""
    cells = notebook.pop("cells", None)
    outer = json.dumps(notebook, indent=rng.choice([None, 1]))
    if cells is None:
        text = outer
    else:
        texts = [json.dumps(cell, ensure_ascii=rng.random() < 0.5) for cell in cells]
        breaks = [",\n"] * (len(texts) - 1) + [""]
        if rng.random() < 0.05 and len(texts) > 2:
            breaks[rng.randrange(len(texts) - 1)] = ",\n<<<<<<< HEAD\n"
        text = '{"cells": [' + "".join(map("".join, zip(texts, breaks, strict=True)))
        if rng.random() < 0.07:
            cut = rng.randrange(len(text))
            ends, end = [], len('{"cells": [')
            for one, after in zip(texts, breaks, strict=True):
                ends.append(end + len(one))
                end += len(one) + len(after)
            for piece, end in zip(work.pieces(), ends, strict=True):
                piece.spoiled = piece.spoiled or end > cut
            text = text[:cut]
        else:
            text += "]," + outer.lstrip()[1:]
        notebook["cells"] = cells
    encoding = rng.choice(["utf-8"] * 6 + ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
    if rng.random() < 0.1:
        text = text.replace("\n", "\r\n")
    return text.encode(encoding, errors="surrogatepass")


def written(work, folder, rng, changes):
    """Write the notebook into a folder, with whatever else lies there; its name."""
    notebook = notebook_of(work, rng)
    for change, seed in changes:
        change(notebook, work, random.Random(seed))
    if rng.random() < 0.06:
        rng.choice([of_2014, converted])(notebook, work, rng)
    data = encoded(notebook, work, rng)
    name = NAME if rng.random() < 0.8 else rng.choice(NAMES)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    if rng.random() < 0.3:
        clutter(folder, name, data, rng)
    return name


def clutter(folder, name, data, rng):
    """Put other things beside a notebook."""
    one_cell = json.dumps({"cells": [{"cell_type": "code", "source": "def step_jacobian(): 1"}]})
    files = {
        "untitled.ipynb": rng.choice(
            ["", "junk", "[]", '{"cells": []}', one_cell, "null"]
        ).encode(),
        "._rnn_gradients.ipynb": b"\0\5\x16\7",
        ".ipynb_checkpoints/rnn_gradients-checkpoint.ipynb": data,
        "notes.txt": b"my notes",
        "timestamp.unreadable": b"yesterday",
        "data.csv": b"1,2\n",
    }
    for path in rng.sample(list(files), rng.randrange(len(files))):
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "wb") as file:
            file.write(files[path])
    if rng.random() < 0.3:
        os.symlink("/etc/passwd", os.path.join(folder, "link.ipynb"))
        os.mkfifo(os.path.join(folder, "pipe.ipynb"))
        os.mkdir(os.path.join(folder, "folder.ipynb"))
    if name != NAME and rng.random() < 0.5:
        with open(os.path.join(folder, NAME), "wb") as file:
            file.write(rng.choice([b"", b"junk", b"{}", b"\xff\xfe"]))


def some_changes(rng):
    """A few changes, each with its seed."""
    found = [
        (rng.choice(CHANGES), rng.randrange(10**9)) for _ in range(rng.choice([0, 0, 1, 2, 4, 7]))
    ]
    return sorted(found, key=lambda change: change[0] is put_junk)
