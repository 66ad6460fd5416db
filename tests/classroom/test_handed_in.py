"""What a student handed in is read, whatever it is, and a sentence says what it was."""

import json
import os
from pathlib import Path

import nbformat
import pytest

from graders.classroom import handed_in
from graders.classroom.handed_in import find, read

CELL = {"cell_type": "code", "source": "x = 1", "metadata": {}}
MIB = 1 << 20


@pytest.fixture
def file(tmp_path):
    """A function that writes a file of the folder that is handed in, and gives its path."""

    def write(content, name="hw.ipynb"):
        path = tmp_path / name
        data = content if isinstance(content, bytes | str) else json.dumps(content)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def notebook(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def sources(found):
    return [cell.source for cell in found.cells]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is an empty file."),
        (b" \r\n\t", "is an empty file."),
        (b"my answers", "is not a notebook: Expecting value: line 1 column 1 (char 0)."),
        (b'{"cells": [', "is not a notebook: Expecting value: line 1 column 12 (char 11)."),
        (b"null", "is not a notebook: it holds no cells."),
        (b"3", "is not a notebook: it holds no cells."),
        (b'["cells"]', "is not a notebook: it holds no cells."),
        ([notebook(CELL)], "is not a notebook: it holds no cells."),
        ({}, "is not a notebook: it holds no cells."),
        (notebook(), "is not a notebook: it holds no cells."),
        (notebook("x = 1", 7, None, [CELL]), "is not a notebook: it holds no cells."),
        ({"cells": {"0": CELL}}, "is not a notebook: it holds no cells."),
    ],
)
def test_a_file_without_cells_is_named_in_one_sentence(file, content, words):
    found = read(file(content))

    assert found.cells == []
    assert found.repairs == [f"`hw.ipynb` {words}"]


def test_megabytes_of_garbage_are_named_in_one_short_sentence(file):
    for garbage in (b"9", b"[", b'"', b"\x00\xff\x80{\xfe", b"\xef\xbb\xbf"):
        [sentence] = read(file(garbage * MIB)).repairs

        assert sentence.startswith("`hw.ipynb` is not a notebook: ")
        assert len(sentence) < 200


def test_a_file_that_breaks_off_gives_the_cells_before_that(file):
    data = json.dumps(notebook(CELL, CELL, CELL)).encode()

    found = read(file(data[: data.rindex(b"source")]))

    assert sources(found) == ["x = 1", "x = 1"]
    [sentence] = found.repairs
    assert sentence.startswith("`hw.ipynb` is not a notebook: ")
    assert sentence.endswith("; the cells in it that can be read were taken.")


def test_a_number_may_have_any_length(file):
    data = json.dumps(notebook(CELL | {"execution_count": 1})).replace("1,", "1" * 9000 + ",")

    assert read(file(data)).repairs == []


def test_a_notebook_that_is_whole_needs_no_words(file):
    assert read(file(notebook(CELL))).repairs == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_the_encoding_is_found_out(file, encoding):
    text = json.dumps(notebook(CELL | {"source": "# ‖W‖₂ · Zoë"}), ensure_ascii=False)

    assert sources(read(file(text.encode(encoding)))) == ["# ‖W‖₂ · Zoë"]


def test_another_encoding_costs_its_umlauts_only(file):
    text = json.dumps(notebook(CELL | {"source": "x = 1  # für Zoë"}), ensure_ascii=False)

    assert sources(read(file(text.encode("latin-1")))) == ["x = 1  # f\ufffdr Zo\ufffd"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\nb", "a\nb"),
        (["a\n", "b"], "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        (["a\r\n", 1, None, ["b"], "c"], "a\n1c"),
        ("\ud800 = '\udfff'", "? = '?'"),
        (7, "7"),
        (None, ""),
        ({"a": "b"}, ""),
    ],
)
def test_a_source_is_text_whatever_it_was(file, source, text):
    assert sources(read(file(notebook(CELL | {"source": source})))) == [text]


def test_a_cell_without_anything_is_an_empty_one(file):
    [cell] = read(file(notebook({}))).cells

    assert (cell.kind, cell.source, cell.name, cell.attachments) == ("markdown", "", "", {})


@pytest.mark.parametrize("kind", [None, 3, ["code"], {"code": 1}, "heading", "tab"])
def test_a_cell_of_no_known_type_is_text(file, kind):
    assert read(file(notebook(CELL | {"cell_type": kind}))).cells[0].kind == "markdown"


@pytest.mark.parametrize(
    "metadata",
    [None, [], "f", {"nbgrader": ["f"]}, {"nbgrader": {}}, {"nbgrader": {"grade_id": {"f": 1}}}],
)
def test_metadata_of_any_shape_claim_nothing(file, metadata):
    assert read(file(notebook(CELL | {"metadata": metadata}))).cells[0].name == ""


def test_cells_that_are_none_are_left_out(file):
    found = read(file(notebook(7, CELL, "x", CELL)))

    assert sources(found) == ["x = 1", "x = 1"]
    assert found.repairs == ["Cells that are broken or too many were left out: 2."]


def test_there_is_an_end_to_cells(file):
    found = read(file(notebook(*[CELL] * (handed_in.MAX_CELLS + 3))))

    assert len(found.cells) == handed_in.MAX_CELLS
    assert found.repairs == ["Cells that are broken or too many were left out: 3."]


def test_there_is_an_end_to_code(file):
    half = CELL | {"source": "x = 1\n" * 150_000}

    found = read(file(notebook(half, half, CELL, half)))

    assert [len(cell.source) for cell in found.cells] == [900_000, 900_000, 5]
    assert found.repairs == [
        "There are more than 2,000,000 characters of code; left out were cells: 1."
    ]


def test_deep_nesting_in_a_cell_is_passed_by(file):
    deep = json.loads("[" * 400 + "]" * 400)
    cell = CELL | {"metadata": {"nbgrader": deep}, "attachments": {"a.png": deep}, "outputs": deep}

    assert sources(read(file(notebook(cell)))) == ["x = 1"]


def test_attachments_are_kept_and_what_is_none_is_not(file):
    given = {"a.svg": {"image/svg+xml": ["<svg>", "</svg>"]}, "b.png": 3}

    [cell] = read(file(notebook(CELL | {"attachments": given}))).cells

    assert cell.attachments == {"a.svg": {"image/svg+xml": "<svg></svg>"}}


def test_a_notebook_of_2014_is_read(file):
    new = nbformat.v4.new_notebook()
    new.cells = [
        nbformat.v4.new_markdown_cell("# One"),
        nbformat.v4.new_code_cell("x = 1", metadata={"nbgrader": {"grade_id": "f"}}),
        nbformat.v4.new_markdown_cell("Two\nlines"),
    ]

    found = read(file(nbformat.v3.writes_json(nbformat.convert(new, 3))))

    assert sources(found) == ["# One", "x = 1", "Two\nlines"]
    assert [cell.kind for cell in found.cells] == ["markdown", "code", "markdown"]
    assert found.cells[1].name == "f"
    assert found.repairs == ["`hw.ipynb` is in an old notebook format; it was read as format 4."]


@pytest.mark.parametrize(
    ("source", "text"), [("One", "### One"), ("def f():\n    pass", "def f():\n    pass")]
)
def test_a_heading_of_2014_is_text_and_only_a_line(file, source, text):
    cell = {"cell_type": "heading", "level": 3, "source": source}

    assert sources(read(file({"worksheets": [{"cells": [cell]}]}))) == [text]


@pytest.mark.parametrize("broken", [None, 5, "x", {"cells": 5}, {"cells": [5]}, {}])
def test_a_mangled_notebook_of_2014_is_read_as_far_as_it_goes(file, broken):
    old = {"nbformat": {}, "worksheets": [broken, {"cells": [{"cell_type": "code", "input": "x"}]}]}

    assert sources(read(file(old))) == ["x"]


@pytest.mark.parametrize("sheets", [None, 5, "x", {}, [], [[]]])
def test_an_old_notebook_without_worksheets_holds_no_cells(file, sheets):
    found = read(file({"nbformat": 3, "worksheets": sheets}))

    assert found.repairs[-1] == "`hw.ipynb` is not a notebook: it holds no cells."


def test_a_file_too_large_is_not_opened(file):
    path = file(b"")
    os.truncate(path, handed_in.MAX_NOTEBOOK_MIB * MIB + 1)

    assert read(path).repairs == ["`hw.ipynb` is larger than 32 MiB."]


def test_a_file_that_cannot_be_opened_says_why():
    assert read(Path("/proc/self/mem")).repairs == ["`mem` cannot be read: Input/output error."]


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: os.symlink("/nowhere", path)])
def test_what_is_no_file_is_not_read(tmp_path, make):
    make(tmp_path / "hw.ipynb")

    assert find(tmp_path, "hw.ipynb").repairs == ["`hw.ipynb` is not a file."]


def test_a_link_to_another_students_work_is_not_followed(file, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/hw.ipynb").symlink_to(file(notebook(CELL), "of-another-student.ipynb"))

    assert find(tmp_path / "mine", "hw.ipynb").cells == []


def test_a_folder_without_a_notebook_says_so(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert find(folder, "hw.ipynb").repairs == ["`hw.ipynb` is missing."]


def test_a_notebook_of_another_name_is_graded_in_its_stead(file, tmp_path):
    file(notebook(), "a.ipynb")
    file(notebook(CELL), "hw (1).ipynb")

    found = find(tmp_path, "hw.ipynb")

    assert sources(found) == ["x = 1"]
    assert found.repairs == [
        "`hw.ipynb` is missing.",
        "`hw (1).ipynb` was graded in its stead.",
        "There are other notebooks, which were not graded: `a.ipynb`.",
    ]


def test_of_several_notebooks_the_one_with_the_right_name_is_graded(file, tmp_path):
    file(notebook(CELL | {"source": "mine"}))
    file(notebook(CELL, CELL), "old.ipynb")
    file(b"", "._hw.ipynb")

    found = find(tmp_path, "hw.ipynb")

    assert sources(found) == ["mine"]
    assert found.repairs == ["There are other notebooks, which were not graded: `old.ipynb`."]


def test_a_broken_notebook_gives_way_to_one_that_holds_cells(file, tmp_path):
    file(b"")
    file(notebook(CELL), "copy.ipynb")

    found = find(tmp_path, "hw.ipynb")

    assert sources(found) == ["x = 1"]
    assert found.repairs[0] == "`hw.ipynb` is an empty file."


@pytest.mark.parametrize(
    "name", ["hw.IPYNB", "hw.ipynb.txt", "hw.json", "hw", "HW.ipynb", "hw.ipynb (1)"]
)
def test_a_notebook_is_found_by_what_is_in_it(file, tmp_path, name):
    file(notebook(CELL), name)
    file(b"my notes", "notes.txt")

    found = find(tmp_path, "hw.ipynb")

    assert sources(found) == ["x = 1"]
    assert found.repairs == ["`hw.ipynb` is missing.", f"`{name}` was graded in its stead."]


def test_a_notebook_in_a_folder_is_found_and_one_that_is_hidden_is_not(file, tmp_path):
    for folder in ("a/b", ".ipynb_checkpoints", "a/b/c/d/e"):
        (tmp_path / folder).mkdir(parents=True)
    file(notebook(CELL), "a/b/hw.ipynb")
    file(notebook(CELL, CELL), ".ipynb_checkpoints/hw.ipynb")
    file(notebook(CELL, CELL), "a/b/c/d/e/hw.ipynb")

    found = find(tmp_path, "hw.ipynb")

    assert sources(found) == ["x = 1"]
    assert found.repairs[-1] == "`a/b/hw.ipynb` was graded in its stead."


def test_of_many_other_notebooks_a_few_are_named(file, tmp_path):
    for k in range(60):
        file(notebook(CELL), f"{k:02}.ipynb")

    [sentence] = find(tmp_path, "00.ipynb").repairs

    assert sentence.endswith("not graded: `01.ipynb`, `02.ipynb`, `03.ipynb`, `04.ipynb`, "
                             "`05.ipynb` and 44 more.")  # fmt: skip


def test_among_thousands_of_files_notebooks_are_still_found(file, tmp_path):
    (tmp_path / "data").mkdir()
    for k in range(handed_in.MAX_LOOKED_AT + 10):
        (tmp_path / "data" / f"{k}.csv").touch()
    file(notebook(CELL), "mine.ipynb")

    assert sources(find(tmp_path, "hw.ipynb")) == ["x = 1"]


def test_what_is_hidden_in_a_file_name_is_shown(file, tmp_path):
    file(notebook(CELL), "\x1b[2J\n.ipynb")

    assert find(tmp_path, "hw.ipynb").repairs[1] == r"`\x1b[2J\n.ipynb` was graded in its stead."


def test_a_file_name_that_is_no_text_is_shown_as_far_as_it_goes(file, tmp_path):
    file(notebook(CELL), os.fsdecode(b"\xff.ipynb"))

    assert "`?.ipynb` was graded in its stead." in find(tmp_path, "hw.ipynb").repairs


def test_a_time_of_submission_that_nobody_can_read_is_told(tmp_path):
    (tmp_path / "timestamp.unreadable").write_text("yesterday afternoon")

    assert "The time of submission could not be read; none was recorded." in (
        find(tmp_path, "homework.ipynb").repairs
    )
