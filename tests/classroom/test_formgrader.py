"""Formgrader in a real JupyterLab, in a real browser: what a TA sees, and what a TA does."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from graders.classroom.desk import Desk, cast
from graders.results import Verdict
from tests.classroom.lab import LOGIN, running_browser, running_lab

HW = "rnn_gradients"
ROOT = Path(__file__).parents[2]
MARKS = {Verdict.PASSED: "✓", Verdict.FAILED: "✗"}
# Formgrader loads MathJax from the Internet, where tests do not go, and waits for its start.
MATHJAX = """
    const later = ready => setTimeout(() => ready("End"))
    const Hub = {Config() {}, Queue() {}, Startup: {signal: {Interest: later}}}
    window.MathJax = {Hub}
"""


@pytest.fixture(scope="module")
def classroom(new_classroom):
    """A course with one graded submission: Ben's, whose step_jacobian is wrong."""
    classroom = new_classroom()
    actors = cast(ROOT / "tests" / "students", HW)
    (ben,) = (actor for actor in actors if actor.student == "ben")
    folder = classroom.folder("ben")
    shutil.copy(classroom.release(), folder)
    source = ROOT / "assignments" / HW / f"{HW}.ipynb"
    ben.work(Desk(folder, nbformat.read(source, as_version=4)))
    classroom.nbgrader("autograde", HW)
    return classroom


@pytest.fixture(scope="module")
def jupyter(classroom):
    with running_lab(classroom.root) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with running_browser() as browser:
        yield browser


def stay_here(route):
    """Let a request pass if it is for this machine."""
    url = urlsplit(route.request.url)
    if url.scheme in ("data", "blob") or url.hostname in ("127.0.0.1", "localhost"):
        route.continue_()
    elif "mathjax" in url.path:
        route.fulfill(content_type="text/javascript", body=MATHJAX)
    else:
        route.abort()


@pytest.fixture
def page(browser, jupyter):
    """A browser's page that is logged in to JupyterLab, and on which no script fails."""
    context = browser.new_context(base_url=jupyter)
    context.route("**/*", stay_here)
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(error))
    context.request.get(LOGIN)
    yield page
    context.close()
    assert not errors


@pytest.fixture
def submission(page):
    """The page on which a TA grades Ben's submission."""
    page.goto(f"/formgrader/gradebook/{HW}/{HW}")
    page.get_by_role("link", name="Submission #1").click()
    page.wait_for_function("window.formgrader?.loaded && formgrader.grades.loaded")
    page.wait_for_function("formgrader.comments.loaded")
    return page


@pytest.fixture
def gradebook(classroom):
    with Gradebook(f"sqlite:///{classroom.root / 'course' / 'gradebook.db'}") as gradebook:
        yield gradebook


def press(page, button):
    """Press a button in the row of Ben's submission; what the page answers."""
    page.goto(f"/formgrader/manage_submissions/{HW}")
    page.get_by_role("row").filter(has_text="ben").locator(f".{button} a").click()
    answer = page.locator(".modal:visible")
    answer.wait_for()
    return answer.inner_text()


def test_the_assignment_is_listed(page):
    page.goto("/formgrader/")
    row = page.get_by_role("row").filter(has_text=HW)

    expect(row).to_be_visible()
    expect(row.locator(".num-submissions")).to_have_text("1")


def test_formgrader_is_in_the_menu_of_jupyterlab(page):
    page.goto("/lab")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader").click()

    expect(page.frame_locator("iframe").get_by_role("link", name=HW)).to_be_visible()


def test_every_criterion_is_shown_with_its_mark_and_points(submission, classroom):
    for question in classroom.results("ben").questions:
        graded = submission.locator(f"#test_{question.name}")
        output = submission.locator(".code_cell", has=graded).locator(".output")
        expect(output).to_contain_text(question.name)
        expect(output).to_contain_text(f"{question.score:.4g} of {question.max_score:.4g} points")
        for criterion in question.criteria:
            row = output.get_by_role("row").filter(has_text=criterion.sentence)
            expect(row).to_contain_text(MARKS[criterion.verdict])
            expect(row).to_contain_text(f"{criterion.score:.4g} / {criterion.points:.4g}")


def test_a_failed_criterion_shows_what_was_returned(submission):
    failed = submission.locator("tr", has_text="returned").first

    expect(failed).to_contain_text("off by")
    expect(failed).to_contain_text("seed")


def test_score_boxes_hold_what_was_scored(submission, classroom):
    for question in classroom.results("ben").questions:
        box = submission.locator(f"#test_{question.name}")
        if question.bonus:
            extra = submission.locator(f"#test_{question.name}_extra_credit")
            expect(extra).to_have_value(f"{question.score:.4g}")
        else:
            expect(box).to_have_attribute("placeholder", f"{question.score:.4g}")
        expect(box).not_to_have_class(re.compile("needs_manual_grade"))


def test_the_rubric_stands_above_every_derivation(submission):
    boxes = submission.locator("input.score[id^=derive_]")
    above = "xpath=ancestor::div[contains(@class, 'text_cell')][1]/preceding-sibling::div[1]"

    expect(boxes).to_have_count(6)
    for box in boxes.all():
        expect(box.locator(above)).to_contain_text("MARK SCHEME")
        expect(box.locator(above)).to_be_visible()


def test_a_score_and_a_comment_reach_gradebook_and_feedback(submission, gradebook, classroom):
    answer = submission.locator(".nbgrader_cell", has=submission.locator("#derive_jacobian"))
    expect(answer.locator(".score")).to_have_class(re.compile("needs_manual_grade"))
    with submission.expect_response(re.compile("/api/grade/")):
        answer.locator(".score").fill("4.5")
        answer.locator(".score").press("Tab")
    with submission.expect_response(re.compile("/api/comment/")):
        answer.locator(".comment").fill("The diagonal stands on the left: why?")
        answer.locator(".comment").press("Tab")

    grade = gradebook.find_grade("derive_jacobian", HW, HW, "ben")
    assert (grade.manual_score, grade.score, grade.needs_manual_grade) == (4.5, 4.5, False)

    assert "Successfully generated feedback" in press(submission, "generate-feedback")

    page = (classroom.root / "course/feedback/ben" / HW / f"{HW}.html").read_text()
    assert "The diagonal stands on the left: why?" in page
    assert "(Score: 4.5 / 6.0)" in page


def test_the_autograde_button_regrades_by_our_step_and_keeps_the_tas_score(
    page, gradebook, classroom
):
    before = classroom.results("ben")
    gradebook.find_grade("derive_regimes", HW, HW, "ben").manual_score = 3
    gradebook.db.commit()
    (classroom.root / "course/results" / HW / "ben.json").unlink()

    assert "Successfully autograded" in press(page, "autograde")

    gradebook.db.expire_all()
    assert classroom.results("ben") == before
    assert gradebook.find_grade("test_step_jacobian", HW, HW, "ben").auto_score == 1.0
    assert gradebook.find_grade("derive_regimes", HW, HW, "ben").score == 3.0


def test_the_release_button_leaves_out_who_did_not_submit_through_the_exchange(page):
    press(page, "generate-feedback")

    said = press(page, "release-feedback")

    assert "Successfully released feedback" in said
    assert "not submitted through the exchange" in said
