"""What a student wrote, and what their code put out: nothing of it acts, the rest is shown."""

import itertools
import json
import re
import tomllib
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from hypothesis import given
from hypothesis import strategies as st
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from nbgrader.utils import compute_checksum

from graders.classroom import rescue
from graders.classroom.displays import MAX_ESCAPES
from graders.classroom.engine import Rules, Submission, grade
from graders.classroom.harmless import make_harmless
from graders.classroom.markdown import FRAME, MAX_MARKDOWN

PAYLOADS = tomllib.loads(Path(__file__).with_name("payloads.toml").read_text(encoding="utf-8"))
TEXTS = {f"html.{name}": source for name, source in PAYLOADS["html"].items()}
TEXTS |= {f"markdown.{name}": source for name, source in PAYLOADS["markdown"].items()}
TEXTS |= {f"latex.{name}": f"${source}$" for name, source in PAYLOADS["latex"].items()}
TEXTS |= {f"latex.{name} on its own": f"$$\n{s}\n$$" for name, s in PAYLOADS["latex"].items()}
SHOWN = {f"displays.{name}": data for name, data in PAYLOADS["displays"].items()}
SHOWN |= {f"html.{name}": {"text/html": source} for name, source in PAYLOADS["html"].items()}
SHOWN |= {f"latex.{name}": {"text/latex": f"${s}$"} for name, s in PAYLOADS["latex"].items()}

TAGS = (
    "a b blockquote br center code dd del details div dl dt em font h1 h2 h3 hr i img kbd li ol "
    "p pre s span strong sub summary sup table tbody td th thead tr u ul"
)
ATTRIBUTES = {
    "href": r"(https?://|mailto:)[^\s\\]+",
    "src": r"data:image/(png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=]+",
    "style": rf"{re.escape(FRAME[12:-2])}|(text-align|(background-)?color): ?[a-z]+",
    "class": r"|highlight|[a-z][a-z0-9]?|task-list-item|dataframe",
    "rel": "noopener noreferrer",
    "alt": r".*",
    "title": r"[^\x00]*",
    "open": "",
    "border": "1",
    "color": "red",
}
COMMANDS = (
    r"\\(href|style|class|cssId|html|data|require|unicode|mmlToken|bbox|enclose|url|csname)\b"
)
DEFINE = r"\w*def|let|\w*command|\w*environment|Declare\w+"
EXPORTER = HTMLExporter(template_name="basic")
NUMBERS = itertools.count()

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==\n"
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
TABLE = """<div>
<style scoped>
    .dataframe tbody tr th { vertical-align: top; }
</style>
<table border="1" class="dataframe">
  <thead><tr style="text-align: right;"><th></th><th>points</th></tr></thead>
  <tbody><tr><th>0</th><td>12</td></tr></tbody>
</table>
</div>"""

LEFT_ALONE = {
    "words": "*Some*, **some**, ~~some~~ and `some` words: 3 < 4 & 5 > 4.",
    "lists": "1. one\n   - two\n\n     three\n2. four",
    "table": "| a | b |\n|:-:|--:|\n| 1 | `2` |",
    "quote": "> They say:\n>\n> - so",
    "rule": "above\n\n---\n\nbelow",
    "definition": "term\n: its meaning",
    "line break": "one  \ntwo<br>three",
    "formula in a line": r"If $a<b$ and $W_{hh}^\top * x_1 \ne 0$, then \\(x\\) & so on.",
    "formula on its own": "$$\n\\frac{\\partial h_t}{\\partial h_s} = \\prod_k J_k\n\n$$",
    "environment": "\\begin{align}\na &= b \\\\\n&< c\n\\end{align}",
    "matrix": r"$\begin{pmatrix} 0 & 10 \\ 0 & 0 \end{pmatrix}$, $\operatorname{diag} v$",
    "macro": r"$\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd{h}{z}$",
    "display style": r"$\displaystyle \sum_i \color{red}\text{if } \textstyle x$",
    "fence": "```python\nif x < 3 and '<script>':\n\n    print(\"$x$\")\n```",
    "indented code": "    <script>alert(1)</script>\n\n    x = 1",
    "code in a line": "Type `<img src=x onerror=alert(1)>` and `` ` ``.",
    "HTML table": "<table><tbody><tr><td>1</td></tr></tbody></table>",
    "HTML in a line": 'H<sub>2</sub>O, <kbd>Tab</kbd>, <u>a</u>, <font color="red">red</font>',
    "details": "<details><summary>My steps</summary>\n\nFirst *this*.\n\n</details>",
    "style": '<span style="color:red">red</span>',
    "entity": "&alpha; &lt;b&gt; &nbsp; &copy;",
    "odd signs": "a < b > c & d \" e ' f \\* g \\$ h 5$ or 6",
}  # fmt: skip
SHOWN_THE_SAME = {
    "headings": "# Part (a)\n\nSo $x$.\n\n## derive_loss\n\ntext\n\nTitle\n=====",
    "links": "[NumPy](https://numpy.org \"docs\"), https://jupyter.org and <me@example.org>",
    "lengths": r"$a \hspace{1cm} b$ and $\begin{matrix} a \\[2pt] b \end{matrix}$",
    "code with empty lines": "# Title\n\n```python\na = 1\n\n\n\nb = 2\n```\n\n```\nc\n\n\td\n```",
    "class": '<div class="alert alert-info">Mind the gap.</div>',
}  # fmt: skip


def text(source, **about):
    """A cell of text that a student added."""
    return new_markdown_cell(source, id=f"student-{next(NUMBERS)}", **about)


def code(*outputs):
    return new_code_cell("", outputs=[*outputs])


def output(data):
    return new_output("display_data", data)


def answer(source, begun_as=""):
    """An answer to a question for a person to grade, which was handed out as `begun_as`."""
    about = {"grade_id": "derive_loss", "grade": True, "solution": True, "points": 4}
    cell = new_markdown_cell(begun_as, metadata={"nbgrader": about})
    cell.metadata.nbgrader.checksum = compute_checksum(cell)
    cell.source = source
    return cell


def cleaned(cell):
    """A cell of a notebook that was made harmless."""
    notebook = new_notebook(cells=[nbformat.from_dict(cell)])
    make_harmless(notebook)
    nbformat.validate(notebook)
    return notebook.cells[0]


def shown(data):
    """An output as it is shown after cleaning."""
    return dict(cleaned(code(output(data))).outputs[0].data)


def told(*cells):
    return make_harmless(new_notebook(cells=[*cells]))


def tree(page):
    return BeautifulSoup(page, "html.parser")


def page_of(cell):
    """What nbconvert's page shows of a cell, as a tree; the cell after it is still beside it."""
    cells = [cell, new_markdown_cell("the next cell")]
    page, _ = EXPORTER.from_notebook_node(new_notebook(cells=cells))
    first, following = tree(page).select("div.cell")
    assert first.parent is following.parent, "the cell did not end where it should"
    return first.select_one(".text_cell_render, .output_subarea")


def what_acts(page):
    """Everything in a tree that is not known to do nothing."""
    for element in page.find_all(True):
        if element.name not in TAGS.split():
            yield element.name
        for name, value in element.attrs.items():
            value = " ".join(value) if isinstance(value, list) else value
            if not re.fullmatch(ATTRIBUTES.get(name, "(?!)"), value):
                yield element.name, name, value
    yield from page.find_all(string=lambda words: isinstance(words, PreformattedString))
    for letters in page(["pre", "code"]):
        letters.decompose()
    yield from re.findall(COMMANDS, page.get_text())


def appearance(page):
    """A tree without frames, anchors at headings, and what cannot be seen."""
    for anchor in page.select(".anchor-link"):
        anchor.decompose()
    for element in page.find_all(True):
        if str(element).startswith(FRAME):
            element.unwrap()
        element.attrs = {
            name: element[name] for name in ("href", "src", "alt") if name in element.attrs
        }
    return tree(str(page)).prettify()


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_in_a_text_acts(name):
    assert [*what_acts(page_of(cleaned(text(TEXTS[name]))))] == []


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_in_an_output_acts(name):
    assert [*what_acts(page_of(cleaned(code(output(SHOWN[name])))))] == []


@pytest.mark.parametrize(("kind", "most"), [("html", 115), ("markdown", 24), ("latex", 36)])
def test_most_of_it_would_act_if_it_were_left_as_it_is(kind, most):
    texts = [s for name, s in TEXTS.items() if name.startswith(kind) and "attachment:" not in s]

    assert sum(any(what_acts(tree(markdown2html(source)))) for source in texts) > most


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_cleaned_once_and_for_all(name):
    once = cleaned(text(TEXTS[name]))

    assert cleaned(text(once.source)).source == once.source
    assert told(text(once.source)) == []


@pytest.mark.parametrize("name", SHOWN)
def test_an_output_is_cleaned_once_and_for_all(name):
    once = shown(SHOWN[name])

    assert shown(once) == once


@given(st.lists(st.sampled_from("".join([*TEXTS.values()]).split()), max_size=12), st.text())
def test_no_mixture_of_all_this_acts(pieces, gap):
    source = gap.join(pieces)

    assert [*what_acts(page_of(cleaned(text(source))))] == []
    assert [*what_acts(page_of(cleaned(code(output({"text/html": source})))))] == []


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_a_harmless_text_is_left_as_it_is(name):
    source = LEFT_ALONE[name]

    assert cleaned(text(source)).source == source
    assert cleaned(answer(source)).source == source
    assert told(text(source)) == []


@pytest.mark.parametrize("name", SHOWN_THE_SAME)
def test_a_text_that_is_stored_as_html_looks_the_same(name):
    cell = text(SHOWN_THE_SAME[name])

    assert cleaned(cell).source.startswith(FRAME)
    assert appearance(page_of(cleaned(cell))) == appearance(page_of(cell))
    assert told(cell) == []


def test_a_box_to_tick_is_shown_as_a_sign():
    cell = text("- [ ] to do\n- [x] done")

    assert page_of(cleaned(cell)).get_text().split() == ["☐", "to", "do", "☑", "done"]
    assert told(cell) == []


def test_an_image_that_is_attached_is_shown():
    cell = text(
        "![a sketch](attachment:a.png)", attachments={"a.png": {"image/png": PIXEL.strip()}}
    )

    kept = cleaned(cell)
    assert (kept.source, kept.attachments) == (cell.source, cell.attachments)

    cell.source = "# Sketch\n\n" + cell.source
    (image,) = page_of(cleaned(cell))("img")
    assert (image["src"], image["alt"]) == (f"data:image/png;base64,{PIXEL}".strip(), "a sketch")


@pytest.mark.parametrize(
    "bundle",
    [{}, {"text/html": "PHNjcmlwdD4="}, {"image/png": "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="}],
)
def test_an_attachment_that_is_no_image_is_not_shown(bundle):
    cell = cleaned(text("so: ![words](attachment:a.png)", attachments={"a.png": bundle}))

    assert page_of(cell).img.attrs == {"alt": "words"}
    assert "attachments" not in cell


def test_what_would_show_nothing_any_more_is_shown_letter_by_letter():
    source = "<script>\n\n\nalert('1')</script>"

    assert page_of(cleaned(text(source))).get_text().strip() == source


@pytest.mark.parametrize(
    "source", ["x " * MAX_MARKDOWN, "\\\\[ " * 5000, "<b>" * 100_000, "> " * 3000 + "x"]
)
def test_a_text_that_takes_too_long_to_read_is_shown_letter_by_letter_or_in_part(source):
    assert [*what_acts(page_of(cleaned(text(source))))] == []


def test_a_raw_cell_is_shown_letter_by_letter():
    cell = new_raw_cell("<b id=x>bold</b>", id="student-1", metadata={"format": "text/html"})

    assert page_of(cleaned(cell)).get_text().strip() == "<b id=x>bold</b>"


def test_what_no_student_wrote_is_left_alone():
    page = '<iframe src="https://example.org/lecture"></iframe>'
    locked = new_markdown_cell(page, metadata={"nbgrader": {"grade_id": "a", "locked": True}})
    cells = [locked, new_markdown_cell(page), answer(page, begun_as=page)]

    assert [cleaned(cell) for cell in cells] == cells
    assert told(*cells) == []


@pytest.mark.parametrize("name", PAYLOADS["definitions"])
def test_the_marking_scheme_keeps_its_meaning(name):
    scheme = r"$\frac{\partial x}{\partial y} \le \begin{pmatrix} 1 \, 2 \end{pmatrix}$"
    locked = new_markdown_cell(scheme, metadata={"nbgrader": {"grade_id": "a", "locked": True}})
    notebook = new_notebook(cells=[text(f"${PAYLOADS['definitions'][name]}$"), locked])

    make_harmless(notebook)

    defined = re.findall(rf"\\(?:{DEFINE})\*?\W+(\w+)", notebook.cells[0].source)
    assert defined in ([], ["innocent"])


def test_an_answer_that_was_begun_is_cleaned():
    assert cleaned(answer(TEXTS["html.script"], begun_as="Write here.")).source.startswith(FRAME)


def test_a_person_is_told_which_cells_held_something_that_acts():
    acting, quiet = TEXTS["html.link-to-javascript"], "# [So](https://example.org) $x$"
    plot = {"application/vnd.plotly.v1+json": "{}", "text/plain": "a plot"}
    cells = [text(acting), text(quiet), answer(acting), text(acting), code(output(plot))]

    (sentence,) = told(*cells)

    assert sentence.endswith("load something: `derive_loss`, 3 without a name.")


def test_a_table_of_pandas_is_shown_without_its_style():
    page = tree(shown({"text/html": TABLE, "text/plain": "0 12"})["text/html"])

    assert [cell.get_text() for cell in page(["th", "td"])] == ["", "points", "0", "12"]
    assert page.table["class"] == ["dataframe"]
    assert "vertical-align" not in page.get_text()
    assert told(code(output({"text/html": TABLE}))) == []


@pytest.mark.parametrize("mime", ["image/png", "image/svg+xml", "image/gif"])
def test_a_figure_is_shown_as_an_image(mime):
    data = {"image/png": PIXEL, "image/svg+xml": DRAWING, "image/gif": f"R0lGODlh{'A' * 24}"}
    figure = output({mime: data[mime], "text/plain": "<Figure>"})
    figure.metadata = {mime: {"alt": "A figure drawn by this cell.", "width": "9 onload=alert(1)"}}

    image = page_of(cleaned(code(figure))).img

    assert image["src"].startswith(f"data:{mime};base64,")
    assert image.attrs.keys() == {"src", "alt"}
    assert told(code(figure)) == []


def test_of_a_drawing_and_an_image_the_image_is_shown():
    assert shown({"image/svg+xml": DRAWING, "image/png": PIXEL}) == {"image/png": PIXEL}


def test_formulas_and_markdown_of_an_output_are_shown():
    assert (
        r"$\displaystyle x &lt; 1$" in shown({"text/latex": r"$\displaystyle x < 1$"})["text/html"]
    )
    assert "<strong>so</strong>" in shown({"text/markdown": "**so**"})["text/html"]


def test_an_output_of_which_nothing_is_left_says_what_it_was():
    assert shown({"application/javascript": "x"}) == {
        "text/plain": "[not shown here: application/javascript]"
    }


@pytest.mark.parametrize("page", ["<![x>one", "one<![CDATA[", "one<!x <!--"])
def test_a_declaration_that_is_none_stops_nobody(page):
    for cell in (text(page), code(output({"text/html": page}))):
        assert "one" in page_of(cleaned(cell)).get_text()


@pytest.mark.parametrize("unclosed", ["<a ", "<a/", "<a b='", "<!--x>", "<!x "])
def test_what_never_closes_is_not_read_to_its_end_again_and_again(unclosed):
    page = unclosed * 200_000  # to look for each end takes Python's parser an hour

    assert list(shown({"text/html": page})) in (["text/html"], ["text/plain"])


def test_text_and_errors_keep_their_colours_unless_there_are_too_many():
    red = "\x1b[31m<b>red</b>\x1b[0m"
    stream = new_output("stream", name="stdout", text=red)
    error = new_output("error", ename="E", evalue="e", traceback=[red, red * MAX_ESCAPES])
    many = new_output("stream", name="stderr", text=red * MAX_ESCAPES)

    one, two, three = cleaned(code(stream, error, many)).outputs

    assert one.text == two.traceback[0] == red
    assert two.traceback[1] == three.text == "<b>red</b>" * MAX_ESCAPES


def test_no_metadata_of_a_students_reaches_the_graded_notebook(tmp_path):
    evil = "<script>alert(1)</script>"
    about = {"title": evil, "authors": [{"name": evil}], "kernelspec": {"name": evil}, "a": evil}
    about |= {"language_info": {"name": evil, "pygments_lexer": evil}, "widgets": {evil: evil}}
    cell = {"tags": [evil], "raw_mimetype": "text/html", "format": evil, "magics_language": evil}
    cells = [
        {"cell_type": kind, "source": "x = 1", "id": evil, "metadata": cell, "outputs": [evil]}
        for kind in ("markdown", "code", "raw", evil)
    ]
    (tmp_path / "hw.ipynb").write_text(json.dumps({"cells": cells, "metadata": about, evil: evil}))

    notebook, _ = rescue.restore(rescue.find(tmp_path, "hw.ipynb"), new_notebook())

    assert len(notebook.cells) == 4
    assert "alert" not in nbformat.writes(notebook)


def test_a_graded_notebook_is_harmless_and_keeps_what_is_ours():
    check = new_code_cell(metadata={"nbgrader": {"grade_id": "test_step_jacobian", "grade": True}})
    check.metadata.nbgrader.points = 10
    run = new_code_cell("from IPython.display import *\ndisplay(HTML('<script>alert(1)</script>'))")
    notebook = new_notebook(cells=[text(TEXTS["html.svg-load"]), run, check])

    results = grade(Submission("rnn_gradients", "eve", notebook), Rules(b"key"))

    overview, written, run, check = notebook.cells
    assert not any(any(what_acts(page_of(cell))) for cell in (written, run))
    assert results.needs_human == results.repairs
    assert "load something: 2 without a name." in overview.source
    assert "display: flex" in overview.source
    assert "display: flex" in check.outputs[0].data["text/html"]
