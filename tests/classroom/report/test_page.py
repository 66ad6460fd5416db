"""The page needs nothing but itself, shows what students say as text, and fits a phone."""

import re
import shutil
from html.parser import HTMLParser

import pytest
from playwright.sync_api import sync_playwright

from graders.classroom.report import page, report
from graders.results import Criterion, Diagnosis, Question, Results, Verdict

SCRIPT = '</style></title>"><script>alert(1)</script><img src=x onerror=alert(1)>'
TAGS = """
    html head meta title style body header main section article footer nav figure figcaption
    h1 h2 h3 p a dl dt dd div ul ol li details summary code strong b i s span
    table thead tbody tr th td
"""


class Reader(HTMLParser):
    """Reads a page: its tags, attributes, text; raises if a tag is not closed where it should."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.said, self._open = set(), [], [], []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.said.append(data)

    def values(self, name):
        """All the values that an attribute has."""
        return [value for key, value in self.attributes if key == name]


@pytest.fixture(scope="module")
def course(school, tmp_path_factory):
    """A class of 60 with a gradebook in which two thirds are graded, and Eve, who is nasty."""
    course, class_ = school.course_in(tmp_path_factory.mktemp("course")), school.class_of(60)
    school.write_results(course, [*class_, eve()])
    school.write_gradebook(course, class_, graded=lambda number: number % 3 > 0)
    (course.folder / "results/rnn_gradients/=eve.json").write_text(SCRIPT)
    return course


def eve():
    """Results in which everything that can come from a student is nasty."""
    wrong = Criterion("values", "Is.", 1.0, Verdict.FAILED, f"raised {SCRIPT}", fault="Raised")
    broken = Criterion("edges", "Is.", 1.0, Verdict.COULD_NOT_CHECK, f"{SCRIPT}\x00\u202e")
    told = Diagnosis(SCRIPT, SCRIPT, SCRIPT)
    asked = [
        Question("step_jacobian", 10.0, criteria=[wrong], diagnosis=told),
        Question("gradient_regime", 6.0, criteria=[broken]),
    ]
    name = "<img src=x onerror=alert(1)>"
    return Results("rnn_gradients", name, asked, [SCRIPT], [SCRIPT], seconds=1e9)


@pytest.fixture(scope="module")
def path(course):
    return report(course, "rnn_gradients", names=True)


@pytest.fixture(scope="module")
def reader(path):
    return Reader(path.read_text())


@pytest.fixture(scope="module")
def text(reader):
    """What the page says, each run of spaces as one."""
    return " ".join(" ".join(reader.said).split())


def test_the_page_holds_our_tags_only(reader):
    assert reader.tags <= set(TAGS.split())
    assert {name for name, _ in reader.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "aria-label", "aria-hidden", "role"),
        *("class", "id", "href", "style", "title", "scope"),
    }


def test_what_a_student_says_is_shown_as_text(text):
    assert text.count(SCRIPT) >= 4
    assert "<img src=x onerror=alert(1)>" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", text)


def test_no_student_writes_a_style(reader):
    assert all(re.fullmatch(r"[-\w:;.% ]+", style) for style in reader.values("style"))


def test_the_page_asks_for_nothing_else(path, reader):
    page = path.read_text()
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    assert policy in reader.values("content")
    assert not re.search(r"url\(|@import|@font-face|https?://", page)
    assert all(link[0] == "#" for link in reader.values("href"))


def test_every_link_leads_to_a_section_and_no_two_have_one_name(reader):
    names = reader.values("id")

    assert [link[1:] for link in reader.values("href")] == names
    assert len(set(names)) == len(names)


def test_every_plot_is_told_in_words_too(path):
    plots = re.findall(r'<[^>]*role="img"[^>]*>', path.read_text())

    assert len(plots) == 2 + 8
    assert all(re.search(r'aria-label="[^"]*\d', plot) for plot in plots)


def test_every_table_has_heads_of_columns_and_rows(path):
    for table in re.findall(r"(?s)<table>.*?</table>", path.read_text()):
        rows = re.findall(r"(?s)<tr>.*?</tr>", table)

        assert rows[0].count('scope="col"') == rows[0].count("<th") == rows[1].count("<t") - 1
        assert all('scope="row"' in row for row in rows[1:])


@pytest.mark.parametrize(
    "words",
    [
        "rnn_gradients: class report",
        "submissions of 60 students 61",
        "Everything , 40 submissions.",
        "The diagonal on the wrong side: W_hh diag(tanh'(z)).",
        "derive_jacobian 20 40 0",
        "Files that hold no results, and are not counted: 1.",
        "=eve.json is not JSON: Expecting value: line 1 column 1 (char 0)",
        "the best 27 % of the class minus that in the worst 27 %",
        "“–” for fewer than 10 submissions",
        "weight_gradient bonus 10 points",
        "wrong answer",
    ],
)
def test_the_page_says(text, words):
    assert words in text.replace(page.SPACE, " ")


def test_a_long_list_ends_with_where_the_rest_is(school, tmp_path):
    course, class_ = school.course_in(tmp_path), school.class_of(page.MOST_ROWS + 3)
    for results in class_:
        results.repairs = ["Cells had been moved."]
    school.write_results(course, class_)
    text = " ".join(Reader(report(course, "rnn_gradients", names=True).read_text()).said)

    assert text.count("Cells had been moved.") == page.MOST_ROWS
    assert re.search(r"3 more are in\s+report.json", text)


def test_a_class_of_one_has_a_page(school, tmp_path):
    course = school.course_in(tmp_path)
    school.write_results(course, school.class_of(1))
    text = " ".join(Reader(report(course, "rnn_gradients", names=True).read_text()).said)

    assert "There is no gradebook yet." in text
    assert "1 submission." in text
    assert "No two submissions do." in text


@pytest.mark.parametrize(
    ("share", "shown"),
    [(None, "–"), (0.0, "0 %"), (0.001, "< 1 %"), (0.5, "50 %"), (0.999, "> 99 %"), (1.0, "100 %")],
)
def test_a_percentage_says_all_and_none_of_all_and_none_only(share, shown):
    assert page.percent(share) == shown.replace(" %", f"{page.SPACE}%")


@pytest.mark.parametrize(
    ("number", "shown"), [(None, "–"), (-0.214, "−0.21"), (-0.001, "0.00"), (0.5, "0.50")]
)
def test_an_index_has_two_digits_and_a_sign_that_is_one(number, shown):
    assert page.index(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(None, "–"), (7.0, "7"), (7.25, "7.25"), (2 / 3, "0.67"), (1000.0, "1000")],
)
def test_points_are_written_as_people_write_them(number, shown):
    assert page.points(number) == shown


@pytest.mark.parametrize(("number", "shown"), [(None, "–"), (0.421, "0.42 s"), (97.1, "97 s")])
def test_a_time_has_the_digits_that_matter(number, shown):
    assert page.seconds(number) == shown.replace(" s", f"{page.SPACE}s")


@pytest.fixture(scope="module")
def browser():
    program = shutil.which("chromium")
    if not program:
        pytest.skip("there is no program `chromium`, in which the page is looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize(("width", "scheme"), [(380, "light"), (380, "dark"), (1200, "light")])
def test_the_page_fits_the_screen_and_nothing_is_refused(browser, path, width, scheme):
    said = []
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab = context.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(path.as_uri())

    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert said == []
    context.close()
