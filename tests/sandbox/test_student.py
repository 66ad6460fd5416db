"""A student's process: what it may do, what it costs, and what becomes of it."""

import os
import textwrap

import numpy as np
import pytest

from graders.errors import Died, NotDefined, Raised, TimedOut, Unreadable
from graders.sandbox import wire
from graders.sandbox.limits import Limits
from graders.sandbox.parent import Zygote
from graders.sandbox.student import Student
from graders.sandbox.wire import Foreign
from tests.sandbox.puppet import Puppet

QUICK = Limits(cell_seconds=1.0, call_seconds=0.5, question_seconds=1.2)


@pytest.fixture
def notebook(zygote):
    """A function that runs cells as a notebook and gives the student."""
    students = []

    def run(*sources, limits=QUICK):
        student = Student(zygote, [textwrap.dedent(source) for source in sources], limits)
        students.append(student)
        student.run()
        return student

    yield run
    for student in students:
        student.__exit__()


def words(error, call, *args):
    with pytest.raises(error) as caught:
        call(*args)
    return str(caught.value)


def test_a_function_is_called_with_copies_of_the_arguments(notebook):
    student = notebook("def f(x):\n    x[0] = 7\n    return x")
    given = np.zeros(2)

    assert list(student.call("f", given).value) == [7, 0]
    assert list(given) == [0, 0]


def test_the_reply_shows_what_became_of_the_arguments(notebook):
    student = notebook("def f(x):\n    x.reverse()")

    assert student.call("f", [1, 2]).args == ([2, 1],)


def test_views_are_read_only_and_not_contiguous(notebook):
    student = notebook("def f(x):\n    return [x.flags.writeable, x.flags.contiguous, x]")

    writeable, contiguous, x = student.call("f", np.eye(3), views=True).value

    assert (writeable, contiguous) == (False, False)
    assert np.array_equal(x, np.eye(3))


def test_a_missing_function_is_not_defined(notebook):
    assert words(NotDefined, notebook("").call, "f") == "`f` is not defined"


def test_something_that_is_no_function_is_not_one(notebook):
    assert words(NotDefined, notebook("f = 3").call, "f") == "`f` is not a function, but int"


def test_a_function_lost_to_a_syntax_error_is_said_to_be(notebook):
    student = notebook("x = 1", "def f(x)\n    return x")

    assert words(NotDefined, student.call, "f") == (
        "`f` is not defined: the cell that should define it has a SyntaxError: "
        "expected ':' (line 1)"
    )


def test_a_function_lost_to_a_stopped_cell_is_said_to_be(notebook):
    student = notebook("def f(): return 1\nwhile True: pass")

    assert words(NotDefined, student.call, "f") == (
        "`f` is not defined: the cell that should define it "
        "did not finish within 1 s and was stopped"
    )


def test_programs_are_not_started_and_the_cell_goes_on(notebook):
    student = notebook("!pip install numpy\n%pip list\nx = !ls\ndef f(): return list(x)")

    assert student.call("f").value == []
    assert "[not run, for programs are not started here: pip" in student.cells[0].outputs[0]["text"]


def test_a_magic_for_widgets_does_not_stop_a_cell(notebook):
    student = notebook("%matplotlib widget\ndef f(): return 1")

    assert student.call("f").value == 1


def test_an_unknown_signal_has_its_number(notebook):
    student = notebook("import os\ndef f(): os.kill(os.getpid(), 40)")

    assert words(Died, student.call, "f") == "ended the Python process (signal 40)"


def test_an_exception_arrives_with_its_line(notebook):
    student = notebook("def f():\n    raise KeyError('W')")

    assert words(Raised, student.call, "f") == "raised KeyError at `raise KeyError('W')`: 'W'"


def test_an_exception_names_its_bases(notebook):
    student = notebook("class Mine(ValueError): pass\ndef f(): raise Mine('no')")

    with pytest.raises(Raised) as caught:
        student.call("f")

    assert caught.value.kinds[:2] == ["Mine", "ValueError"]


def test_an_exception_whose_words_raise_is_still_an_exception(notebook):
    student = notebook(
        "class Mine(Exception):\n    def __str__(self): raise self\ndef f(): raise Mine()"
    )

    assert "raised Mine" in words(Raised, student.call, "f")


def test_sys_exit_in_a_function_is_an_exception(notebook):
    student = notebook("import sys\ndef f(): sys.exit(1)\ndef g(): return 1")

    assert "raised SystemExit" in words(Raised, student.call, "f")
    assert student.call("g").value == 1


def test_os_exit_in_a_function_costs_that_call_only(notebook):
    student = notebook("import os\ndef f(): os._exit(3)\ndef g(): return 1")

    assert words(Died, student.call, "f") == "ended the Python process (exit status 3)"
    assert student.call("g").value == 1


def test_a_crash_is_named_by_its_signal(notebook):
    student = notebook("import os\ndef f(): os.kill(os.getpid(), 11)")

    assert words(Died, student.call, "f") == "ended the Python process (signal SIGSEGV)"


def test_an_endless_function_is_stopped(notebook):
    student = notebook("def f():\n    while True: pass\ndef g(): return 1")

    assert words(TimedOut, student.call, "f") == "did not finish within 0.5 s and was stopped"
    assert student.call("g").value == 1


def test_a_question_has_its_own_time(notebook):
    student = notebook("def f():\n    while True: pass\ndef g(): return 1")
    for _ in range(2):
        words(TimedOut, student.call, "f")

    assert words(TimedOut, student.call, "g") == (
        "was not called any more: this question has used up its time"
    )

    student.begin_question()

    assert student.call("g").value == 1


def test_an_endless_cell_is_stopped_and_left_out(notebook):
    student = notebook("x = 1", "while True: pass", "def f(): return x")

    assert student.call("f").value == 1
    assert student.cells[1].stopped == "did not finish within 1 s and was stopped."
    assert student.cells[1].outputs[0]["ename"] == "TimedOut"


def test_a_cell_that_exits_is_left_out(notebook):
    student = notebook("x = 1", "import os; os._exit(0)", "def f(): return x")

    assert student.call("f").value == 1
    assert student.cells[1].stopped == "ended the Python process (exit status 0)."


def test_cells_may_be_longer_together_than_any_one_of_them(notebook):
    comment = "#" + "🙂" * 250_000
    student = notebook(comment, comment, comment, "def f(): return 1")

    assert student.call("f").value == 1


def test_a_cell_that_is_too_long_is_left_out(notebook):
    student = notebook("#" + "a" * 9_000_000, "def f(): return 1")

    assert student.cells[0].stopped == "was not run: it is too long."
    assert student.cells[0].outputs[0]["evalue"] == "This cell was not run: it is too long."
    assert student.call("f").value == 1


def test_memory_that_a_cell_has_lost_is_there_again_for_what_follows(notebook):
    student = notebook(
        """
        import numpy as np
        class Circle: pass
        try:
            hoard = []
            while True:
                hoard.append(np.empty(1 << 16))
        except MemoryError:
            lost = Circle()
            lost.itself, lost.hoard = lost, hoard
        del lost, hoard
        """,
        "def f(x): return x.sum()",
        limits=Limits(memory_mib=512),
    )

    assert [cell.stopped for cell in student.cells] == ["", ""]
    assert student.call("f", np.ones(1000)).value == 1000


def test_a_cell_with_half_a_character_is_run(notebook):
    assert notebook("x = 1  # \ud800", "def f(): return x").call("f").value == 1


def test_a_notebook_has_only_so_much_time(notebook):
    student = notebook("while True: pass", "x = 1", limits=Limits(submission_seconds=1.0))

    assert "was stopped" in student.cells[0].stopped
    assert student.cells[1].stopped == "was not run: the notebook has used up its time."


def test_memory_without_end_is_a_memory_error(notebook):
    student = notebook("def f(): return bytearray(10 ** 11)")

    assert "raised MemoryError" in words(Raised, student.call, "f")


def test_an_answer_too_large_to_read_is_unreadable(notebook):
    student = notebook(
        "import numpy as np\ndef f(): return np.zeros((3000, 3000))", limits=Limits()
    )

    assert "but at most 16777216 are read" in words(Unreadable, student.call, "f")


def test_an_answer_that_cannot_be_sent_is_no_exception(notebook):
    student = notebook("def f(): return 10 ** 100_000")

    assert student.call("f").value == Foreign("value that cannot be sent")


def test_a_flood_of_output_is_cut_off(notebook):
    student = notebook("print('x' * 100_000_000)", "def f(): return 1", limits=Limits())

    text = student.cells[0].outputs[0]["text"]
    assert len(text) < 5 << 20
    assert "was cut off" in text[-60:]
    assert student.call("f").value == 1


def test_output_and_warnings_of_a_call_go_nowhere(notebook):
    student = notebook("""
        import sys, warnings, numpy as np
        def f():
            print("x"); sys.stderr.write("y"); warnings.warn("z"); np.log(0.0)
            return 1
    """)

    assert student.call("f").value == 1
    assert all(not cell.outputs for cell in student.cells)


@pytest.mark.parametrize(
    "forged",
    [
        '{"value": 1}',
        '{"raised": [], "message": "", "line": ""}',
        '{"missing": 3}',
        "[]",
        "None",
        '{"value": 1, "args": [1]}',
    ],
)
def test_a_forged_reply_is_unreadable(notebook, forged):
    student = notebook(
        f"""
        import gc, socket
        def f():
            from graders.sandbox import wire
            mine = [s for s in gc.get_objects() if isinstance(s, socket.socket)]
            for s in mine:
                if s.fileno() > 2:
                    s.sendall(wire.pack({forged}))
            while True: pass
    """,
        limits=Limits(),
    )

    assert "no answer to the question" in words(Unreadable, student.call, "f")


def test_the_kinds_of_an_exception_are_words():
    arrays = [np.zeros(999, np.int8)] * 1000
    frames = wire.pack({"count": 1, "outputs": [], "raised": False})
    frames += wire.pack({"raised": ["E", arrays], "message": "", "line": ""})

    with Puppet(frames) as puppet, Student(puppet, ["1"]) as student:
        assert "no answer to the question" in words(Unreadable, student.call, "f")


def test_of_a_long_error_only_the_beginning_is_told_where_a_function_is_missing():
    long = "<ipython-input" * 100_000  # in which to look for the end of each takes an hour
    error = {"output_type": "error", "ename": "E", "evalue": long, "traceback": []}
    frames = wire.pack({"count": 1, "outputs": [error], "raised": True})
    frames += wire.pack({"missing": "`f` is not defined"})

    with Puppet(frames) as puppet, Student(puppet, ["def f(): pass"]) as student:
        told = words(NotDefined, student.call, "f")

    assert told.startswith("`f` is not defined: the cell that should define it has a E: <ipython")
    assert len(told) < 600


def test_forged_outputs_are_unreadable(notebook):
    student = notebook(
        """
        import gc, socket
        from graders.sandbox import wire
        for s in [s for s in gc.get_objects() if isinstance(s, socket.socket)]:
            if s.fileno() > 2:
                shown = [{"output_type": "x"}]
                s.sendall(wire.pack({"count": 1, "raised": False, "outputs": shown}))
        while True: pass
    """,
        "def f(): return 1",
    )

    assert "sent an output that nbformat does not know" in student.cells[0].stopped
    assert student.call("f").value == 1


def test_the_child_has_no_path_to_the_project(notebook):
    student = notebook("""
        def f():
            try:
                import reference
            except ImportError:
                return "no such module"
    """)

    assert student.call("f").value == "no such module"


def test_the_child_has_a_folder_and_an_environment_of_its_own(notebook, monkeypatch):
    monkeypatch.setenv("SECRET", "gradebook password")
    student = notebook("""
        import os
        def f():
            return [sorted(os.environ), os.getcwd(), os.listdir()]
    """)

    variables, folder, files = student.call("f").value

    assert variables == ["HOME", "LANG", "PATH", "TMPDIR"]
    assert files == []
    student.__exit__()
    assert not os.path.exists(folder)


def test_a_zygote_that_is_gone_is_the_machines_fault():
    from graders.errors import MachineFault

    zygote = Zygote()
    zygote._process.kill()
    zygote._process.wait()

    with pytest.raises(MachineFault, match="the sandbox is gone"):
        zygote.fork(Limits())
    zygote.close()
