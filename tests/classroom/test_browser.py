"""Hostile notebooks in a real browser: their feedback, and formgrader in a real JupyterLab."""

import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, unquote, urlsplit

import jupyter_server_mathjax
import nbformat
import pytest
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from tests.classroom.lab import LOGIN, running_browser, running_lab

HW = "rnn_gradients"
PAYLOADS = tomllib.loads(Path(__file__).with_name("payloads.toml").read_text(encoding="utf-8"))
HTML, MARKDOWN, LATEX, DISPLAYS = (
    PAYLOADS[kind].values() for kind in ("html", "markdown", "latex", "displays")
)
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Erk"
    "Jggg=="
)

MATHJAX = Path(jupyter_server_mathjax.__file__).with_name("static")
CDN = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.7/"
# nbgrader's pages load MathJax with its extension Safe. Here they have to be safe without it.
LOADER = f"""
    window.MathJax = {{"HTML-CSS": {{availableFonts: [], imageFont: null, webFont: "STIX-Web"}}}}
    document.write('<script src="{CDN}MathJax.js?config=TeX-AMS-MML_HTMLorMML-full"></scr' + 'ipt>')
"""
PLACES = ".text_cell_render *, .output_subarea *, body.bare *"
CANARY = """
    window.alert = () => { (top.fired ||= []).push(window.name || "page") }
    window.addEventListener("message", event => { if (event.data === "alert") alert() })
"""
TOUCH = """() => {
    const events = "mouseover mouseenter pointerenter pointerdown mousedown mouseup focus " +
        "focusin input change submit toggle wheel copy paste drag dragstart error begin start " +
        "keydown animationstart animationend transitionend beforematch beforetoggle contextmenu"
    const touch = element => {
        // MathJax has handlers of its own.
        if (element.closest("[class*=MathJax]") && !element.closest("a")) return
        for (const type of events.split(" ")) {
            element.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true}))
        }
        element.focus?.()
        if (!/^(https?|mailto):/.test(element.closest("a, area")?.href ?? "")) element.click?.()
    }
    for (const one of [window, ...Array.from(window.frames)]) {
        try { one.document.querySelectorAll("PLACES").forEach(touch) } catch { /* it has gone */ }
    }
}""".replace("PLACES", PLACES)
DISPLAY_ALL = "from IPython.display import display\nfor data in {!r}: display(data, raw=True)"


def ada(notebook):
    """Does nothing to anybody: tables, figures, formulas, code."""
    answers(notebook)[0].source += (
        "\n\n| a |\n|---|\n| a table in Markdown |\n\n```python\nif x:\n    pass\n```\n\n"
        "See [NumPy](https://numpy.org), ![a sketch](attachment:a.png), $a<b$ and "
        "$$\\frac{\\partial h_t}{\\partial h_s} = \\prod_k J_k$$"
    )
    answers(notebook)[0].attachments = {"a.png": {"image/png": PIXEL}}
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    svg = "%config InlineBackend.figure_formats = ['svg']\nplt.plot([1, 2]);"
    table = "<style scoped>td {}</style><table class=dataframe><td>a table of pandas</table>"
    sources = (plot, svg, DISPLAY_ALL.format([{"text/html": table}]), "1 / 0")
    notebook.cells += [new_code_cell(source) for source in sources]


def mallory(notebook):
    """Writes it into cells of text, into answers, and into raw cells."""
    texts = [*HTML, *MARKDOWN]
    notebook.cells += [new_markdown_cell(text) for text in texts]
    notebook.cells += [new_raw_cell(text, metadata={"format": "text/html"}) for text in texts[:9]]
    names = "end-tags clobbered-score class-of-formgrader style-overlay meta-refresh base"
    for cell, name in zip(answers(notebook), names.split(), strict=True):
        cell.source += f"\n\nBy [definition](javascript:alert(1)):\n\n{PAYLOADS['html'][name]}"


def trudy(notebook):
    """Has her code put it out, in every format."""
    words = "<img src=x onerror=alert(1)>"
    sources = [
        DISPLAY_ALL.format([*({"text/html": text} for text in HTML), *DISPLAYS]),
        f"print('\x1b]8;;javascript:alert(1)\x07click\x1b]8;;\x07 {words} \x1b[31{words}m')",
        f"raise type('<script>alert(1)</script>', (Exception,), {{}})('{words}')",
        f"%%html\n{words}",
    ]
    notebook.cells += [new_code_cell(source) for source in sources]


def eve(notebook):
    """Writes it in LaTeX, in a line and on its own, and has her code put it out."""
    for text in PAYLOADS["definitions"].values():
        answers(notebook)[0].source += f"\n\n${text}$"
    notebook.cells += [new_markdown_cell(f"see ${text}$ so") for text in LATEX]
    notebook.cells += [new_markdown_cell(f"$$\n{text}\n$$") for text in LATEX]
    notebook.cells.append(
        new_code_cell(DISPLAY_ALL.format([{"text/latex": f"${t}$"} for t in LATEX]))
    )


STUDENTS = {"ada": ada, "eve": eve, 'm"><img src=x onerror=alert(1)>': mallory, "trudy": trudy}


def answers(notebook):
    """The cells for derivations."""
    named = (cell for cell in notebook.cells if "nbgrader" in cell.metadata)
    return [cell for cell in named if cell.metadata.nbgrader.grade_id.startswith("derive_")]


LOADED = """() => !window.formgrader || formgrader.loaded && formgrader.grades.loaded &&
    formgrader.comments.loaded"""
BOXES = """() => [...document.querySelectorAll(".score, .extra-credit, .comment")]
    .filter(box => box.matches("input, textarea")).map(box => {
        box.scrollIntoView({block: "center"})
        const {x, y, width, height} = box.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        const is_its = ui => (ui.$score ?? ui.$comment).is(box)
        const mine = [...formgrader.grade_uis, ...formgrader.comment_uis].filter(is_its)
        return [box.id, box === top, document.getElementById(box.id) === box, mine.length]
    })"""
ACTING = """() => [...document.querySelectorAll("PLACES")]
    .filter(element => !element.closest("[class*=MathJax], script[type^='math/tex']"))
    .filter(element => element.matches(`script, style, iframe, frame, object, embed, form, input,
        button, select, textarea, meta, base, link, svg, math, video, audio, template, dialog,
        marquee, [id^=derive], [id^=test], [contenteditable], [tabindex]:not(a), [srcset]`))
    .map(element => element.outerHTML.slice(0, 200))""".replace("PLACES", PLACES)
ASTRAY = """() => [...document.querySelectorAll("PLACES")]
    .filter(element => ["fixed", "sticky"].includes(getComputedStyle(element).position))
    .map(element => element.outerHTML.slice(0, 200))""".replace("PLACES", PLACES)


def bare(body):
    return (
        f"<!DOCTYPE html><head><script src='{CDN}latest.js'></script></head><body class=bare>{body}"
    )


BARE = {
    "http://bare.test/formulas": bare("".join(rf"<p>\({escape(t)}\)</p>" for t in LATEX)),
    "http://bare.test/texts": "".join(
        f'<iframe name="{name}" srcdoc="{escape(f"<body class=bare>{page}")}"></iframe>'
        for kind, to_page in (("html", str), ("markdown", markdown2html))
        for name, text in PAYLOADS[kind].items()
        if "attachment:" not in text
        for page in [to_page(text)]
    ),
}


@pytest.fixture(scope="module")
def classroom(new_classroom):
    """A course in which everybody was graded and has feedback."""
    classroom = new_classroom()
    for name, student in STUDENTS.items():
        notebook = nbformat.read(classroom.release(), as_version=4)
        student(notebook)
        nbformat.write(notebook, classroom.folder(name) / f"{HW}.ipynb")
    classroom.nbgrader("autograde", HW)
    classroom.nbgrader("generate_feedback", HW)
    return classroom


@pytest.fixture(scope="module")
def jupyter(classroom):
    with running_lab(classroom.root) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def context(browser, classroom, jupyter):
    """A browser that is logged in to JupyterLab, and out of which nothing gets."""
    context = browser.new_context(base_url=jupyter)
    context.add_init_script(CANARY)
    context.route("**/*", lambda route: serve(route, classroom.root, jupyter))
    context.request.get(LOGIN)
    yield context
    context.close()


@pytest.fixture(scope="module")
def visit(context):
    """A function that opens a page, touches all of a student's in it, and says what came of it."""
    return cache(lambda address: look_at(context.new_page(), address))


def serve(route, root, jupyter):
    """Answer from this machine, or not at all."""
    address = route.request.url
    name = unquote(urlsplit(address).path[1:])
    if address.startswith(jupyter):
        route.continue_()
    elif address.startswith("http://feedback.test/") and (root / name).is_file():
        route.fulfill(path=root / name)
    elif address in BARE:
        route.fulfill(content_type="text/html", body=BARE[address])
    elif address.startswith(f"{CDN}latest.js"):
        route.fulfill(content_type="text/javascript", body=LOADER)
    elif address.startswith(CDN) and (MATHJAX / address.partition("?")[0][len(CDN) :]).is_file():
        route.fulfill(path=MATHJAX / address.partition("?")[0][len(CDN) :])
    else:
        route.abort()


def look_at(page, address):
    """Open a page, and touch all of a student's in it."""
    seen = SimpleNamespace(page=page, requests=set(), said=[])
    page.on("request", lambda request: seen.requests.add(request.url))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("dialog", lambda dialog: (seen.said.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda popup: seen.said.append(popup.url))
    page.goto(address)
    page.wait_for_function(LOADED)
    page.evaluate("window.MathJax && new Promise(done => MathJax.Hub.Queue(done))")
    page.evaluate("window.stays = true")
    seen.boxes = page.evaluate(BOXES)
    page.evaluate(TOUCH)
    page.wait_for_load_state("networkidle")
    seen.said += page.evaluate("window.fired ?? []")
    return seen


@pytest.fixture(scope="module")
def addresses(classroom):
    """Where a student's notebook is shown: in formgrader and as feedback."""
    with Gradebook(f"sqlite:///{classroom.root / 'course/gradebook.db'}") as gradebook:
        ids = {name: gradebook.find_submission_notebook(HW, HW, name).id for name in STUDENTS}
    feedback = "http://feedback.test/course/feedback"
    return {
        "formgrader": {name: f"/formgrader/submissions/{ids[name]}" for name in STUDENTS},
        "feedback": {name: f"{feedback}/{quote(name)}/{HW}/{HW}.html" for name in STUDENTS},
    }


@pytest.fixture(params=["formgrader", "feedback"])
def place(request):
    return request.param


@pytest.fixture
def harmless(place, visit, addresses):
    """Ada's notebook, looked at."""
    return visit(addresses[place]["ada"])


@pytest.fixture(params=[name for name in STUDENTS if name != "ada"])
def hostile(request, place, visit, addresses):
    """A hostile student's notebook, looked at."""
    return visit(addresses[place][request.param])


def test_nothing_runs(hostile):
    assert hostile.said == []
    assert len(hostile.page.frames) == 1
    assert hostile.page.evaluate("window.stays")


def test_nothing_is_fetched(hostile, harmless):
    def fetched(seen):
        rest = (a for a in seen.requests if not a.startswith((CDN, "data:image/")))
        return {re.sub("[0-9a-f]{32}|(?<=/feedback/)[^/]*", "…", a) for a in rest}

    assert fetched(hostile) == fetched(harmless)


def test_nothing_is_there_that_could_run_or_fetch(hostile):
    assert hostile.page.evaluate(ACTING) == []
    links = hostile.page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    assert {urlsplit(link).scheme for link in links} <= {"http", "https"}


def test_nothing_covers_or_takes_the_place_of_the_boxes_of_the_staff(hostile, harmless, place):
    assert hostile.boxes == harmless.boxes
    assert all(is_on_top and is_the_one for _, is_on_top, is_the_one, _ in hostile.boxes)
    assert len(hostile.boxes) == {"formgrader": 42, "feedback": 0}[place]


def test_nothing_is_painted_outside_of_its_cell(hostile):
    assert hostile.page.evaluate(ASTRAY) == []


def test_tables_links_and_colours_are_shown(harmless):
    page = harmless.page
    colours = page.locator(".highlight .k, .highlight .n").evaluate_all(
        "all => all.map(one => getComputedStyle(one).color)"
    )

    assert harmless.said == []
    expect(page.get_by_role("cell", name="a table in Markdown")).to_be_visible()
    expect(page.get_by_role("cell", name="a table of pandas")).to_be_visible()
    expect(page.get_by_role("link", name="NumPy")).to_have_attribute("href", "https://numpy.org")
    expect(page.locator(".output_error", has_text="ZeroDivisionError")).to_be_visible()
    assert len(set(colours)) > 1


def test_formulas_are_shown(harmless):
    formulas = harmless.page.locator("p", has_text="See NumPy").locator(".MathJax")

    expect(formulas).to_have_count(2)
    expect(formulas.first).to_be_visible()
    assert harmless.page.locator(".merror, .MathJax_Error").count() == 0


def test_figures_are_shown(harmless):
    images = harmless.page.locator("img").evaluate_all(
        "all => all.map(one => [one.src.slice(5, 15), one.naturalWidth > 0])"
    )

    assert all(is_drawn for _, is_drawn in images)
    assert {mime for mime, _ in images} == {"image/png;", "image/svg+"}


def test_the_marking_schemes_keep_their_meaning(visit, addresses):
    def schemes(student):
        page = visit(addresses["formgrader"][student]).page
        cells = page.locator(".text_cell_render", has_text="MARK SCHEME")
        return cells.locator(".MathJax").all_inner_texts()

    assert len(schemes("ada")) > 50
    assert schemes("eve") == schemes("ada")


@pytest.mark.parametrize(
    "address",
    [
        f"manage_submissions/{HW}",
        f"gradebook/{HW}/{HW}",
        "manage_students",
        *(f"manage_students/{quote(name)}" for name in STUDENTS),
        *(f"manage_students/{quote(name)}/{HW}" for name in STUDENTS),
        f"manage_students/ada/{quote('<img src=x onerror=alert(1)>')}",
    ],
)
def test_formgrader_says_names_and_addresses_as_text(visit, address):
    assert visit(f"/formgrader/{address}").said == []


def test_most_of_the_texts_would_run_and_fetch_if_they_were_left_as_they_are(context):
    page, requests = context.new_page(), []
    page.on("request", lambda request: requests.append(request.url))

    page.goto("http://bare.test/texts")
    page.evaluate(TOUCH)

    page.wait_for_function("new Set(window.fired).size > 60")
    assert len({address for address in requests if "evil.example" in address}) > 20


def test_many_of_the_formulas_would_act_if_they_were_left_as_they_are(visit):
    page = visit("http://bare.test/formulas").page

    assert page.locator("a[href^='javascript:']").count() > 5
    assert page.locator("[style*='evil.example'], .modal-backdrop, #derive_loss").count() > 2
    assert page.evaluate(ASTRAY) != []
