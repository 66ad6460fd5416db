"""The assignment and the course as nbgrader alone has them, to be compared with.

All that a question's grading needs stands in its graded cell, between nbgrader's marks for hidden
tests: the draws, the reference and the grader's own code, which ask the student's function in its
kernel and assert with NumPy.
"""

import inspect

from nbformat import NotebookNode

from graders import draws, scales
from graders.classroom.engine import question_of
from graders.grader import GRADERS
from reference.source import in_one_piece

CONFIG = """
from pathlib import Path
c, root = get_config(), Path(__file__).parent
c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "stock"
c.CourseDirectory.source_directory = "assignments"
c.CourseDirectory.db_url = f"sqlite:///{root / 'course' / 'gradebook.db'}"
c.ZipCollectApp.downloaded_directory = "course/downloaded"
c.FileNameCollectorPlugin.named_regexp = r".*/extracted/(?P<student_id>[^/]+)/(?P<file_id>.*)"
for step in ("release", "submitted", "autograded", "feedback"):
    c.CourseDirectory[f"{step}_directory"] = f"course/{step}"
c.ClearMarkScheme.enforce_metadata = False
c.Execute.timeout = c.Execute.iopub_timeout = 10
"""
HIDDEN = """

### BEGIN HIDDEN TESTS
import copy, types

def hidden_module(name, source):
    module = types.ModuleType(name)
    exec(source, vars(module))
    return module

hidden_draws = hidden_module("draws", {draws!r})
hidden_scales = hidden_module("scales", {scales!r})
hidden_reference = hidden_module("reference", {reference!r})

class HiddenAnswer:
    def __init__(self, value):
        self.value = value
    def equals(self, want, scale=1.0, rtol=1e-6):
        np.testing.assert_allclose(self.value, want, rtol=0, atol=rtol * scale)
    def array(self, *shape):
        assert np.shape(self.value) == shape
    def number(self):
        assert np.size(self.value) == 1
    def item(self, index, of, name):
        assert len(self.value) == of
        return HiddenAnswer(self.value[index])
    def says(self, want):
        assert self.value == want
    def is_one_of(self, *words):
        assert self.value in words
    def word(self):
        assert isinstance(self.value, str)

class HiddenExam(hidden_draws.Draws):
    def ask(self, *args):
        return HiddenAnswer({question}(*copy.deepcopy(args)))
    answers = ask_with_views = ask
    def leaves_alone(self, *args):
        given = copy.deepcopy(args)
        answer = HiddenAnswer({question}(*given))
        assert repr(given) == repr(args)
        return answer
    def refuses(self, *args, because):
        try:
            {question}(*args)
        except ValueError:
            return
        raise AssertionError(because)

hidden_words = dict(vars(hidden_draws), np=np, scales=hidden_scales, reference=hidden_reference)
hidden_words["criterion"] = lambda points: lambda test: test
exec({grader!r}, hidden_words)
for name, test in list(hidden_words.items()):
    if name.startswith("test_"):
        test(HiddenExam(b"stock", {assignment!r}, {question!r}, "", name))
### END HIDDEN TESTS"""


def in_nbgraders_own_way(notebook: NotebookNode, assignment: str) -> NotebookNode:
    """The source notebook of an assignment, its hidden graders written into its cells."""
    for cell in notebook.cells:
        if question := question_of(cell):
            visible = cell.source.partition("### BEGIN HIDDEN TESTS")[0].rstrip()
            cell.source = visible + hidden_tests(assignment, question)
    return notebook


def hidden_tests(assignment: str, question: str) -> str:
    """A question's hidden tests, to run where `np` and the student's function are named so."""
    grader = (GRADERS / assignment / f"test_{question}.py").read_text("utf-8")
    return HIDDEN.format(
        assignment=assignment,
        question=question,
        draws=inspect.getsource(draws),
        scales=inspect.getsource(scales),
        reference=in_one_piece(assignment),
        grader="\n".join(line for line in grader.splitlines() if not _is_ours(line)),
    )


def _is_ours(line: str) -> bool:
    """Whether a line imports what stands in the cell already."""
    return line.startswith(("from graders", "from reference", "import numpy"))
