"""What student code cannot reach, however it asks: each danger is one test."""

import re
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graders.errors import MachineFault, StudentFault
from graders.sandbox import calls
from graders.sandbox.confinement import check_machine
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def attempt(zygote):
    """A function that runs the body of a function as a student; its answer, or what stopped it."""

    def attempt(body, *args, limits=None):
        source = "import os, socket, subprocess, sys, ctypes, numpy as np\n"
        source += "def f(*args):\n" + textwrap.indent(textwrap.dedent(body), "    ")
        with Student(zygote, [source], limits) as student:
            try:
                return student.call("f", *args).value
            except StudentFault as fault:
                return str(fault)

    return attempt


@pytest.mark.parametrize(
    "path",
    [
        "reference/rnn_gradients.py",
        "graders/rnn_gradients/test_step_jacobian.py",
        "graders/sandbox/child.py",
        "assignments/rnn_gradients/rnn_gradients.ipynb",
        "nbgrader_config.py",
        "tests/conftest.py",
    ],
)
def test_no_file_of_the_course_can_be_read(attempt, path):
    assert (ROOT / path).exists()
    assert "PermissionError" in attempt("return open(args[0]).read()", str(ROOT / path))


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "/proc/1/environ", "/proc/self/mem", "/proc/self/status", "/root", "/"]
)
def test_no_file_of_the_machine_can_be_read(attempt, path):
    answer = attempt(
        "return os.listdir(args[0]) if os.path.isdir(args[0]) else open(args[0]).read()", path
    )

    assert "PermissionError" in answer


@pytest.mark.parametrize(
    "body",
    [
        "open(args[0], 'w')",
        "open(args[0] + '.new', 'w')",
        "os.truncate(args[0], 0)",
        "os.remove(args[0])",
        "os.rename(args[0], 'mine')",
        "os.link(args[0], 'mine')",
        "os.chmod(args[0], 0o777)",
        "os.utime(args[0])",
        "os.mkdir(args[0] + '.d')",
        "os.mknod('device', 0o60666, 1)",
    ],
)
def test_nothing_outside_the_folder_can_be_changed(attempt, tmp_path, body):
    gradebook = tmp_path / "gradebook.db"
    gradebook.write_text("scores")

    answer = attempt(body, str(gradebook))

    assert "raised" in answer
    assert gradebook.read_text() == "scores"
    assert list(tmp_path.iterdir()) == [gradebook]


def test_the_environment_around_the_packages_can_not_be_read(attempt):
    assert "PermissionError" in attempt("return open(sys.prefix + '/pyvenv.cfg').read()")


def test_a_link_out_of_the_folder_leads_nowhere(attempt, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("42")

    answer = attempt("os.symlink(args[0], 'link')\nreturn open('link').read()", str(secret))

    assert "PermissionError" in answer


def test_no_student_finds_what_another_has_left_in_a_file_that_all_have_open(attempt):
    body = """
        found = []
        for fd in range(3, 64):
            try:
                found.append(os.lseek(fd, 0, os.SEEK_CUR))
                os.lseek(fd, 12345, os.SEEK_SET)
            except OSError:
                pass
        return found
    """

    first, second = attempt(body), attempt(body)

    assert first
    assert first == second


def test_the_own_folder_can_be_used(attempt):
    answer = attempt("""
        np.save("x.npy", np.eye(2))
        os.makedirs("a/b")
        os.rename("x.npy", "a/b/x.npy")
        return np.load("a/b/x.npy").sum()
    """)

    assert answer == 2


def test_a_file_has_a_largest_size(attempt):
    answer = attempt("open('large', 'wb').write(bytes(20 << 20))", limits=Limits(file_mib=1))

    assert "raised OSError" in answer or "signal SIGXFSZ" in answer


@pytest.mark.parametrize(
    "body",
    [
        "socket.create_connection(('127.0.0.1', args[0]))",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', args[0]))",
        "socket.socket(socket.AF_UNIX).connect('\\0abstract')",
        "socket.socket(socket.AF_INET, socket.SOCK_RAW)",
        "socket.socket(socket.AF_INET6)",
    ],
)
def test_there_is_no_network(attempt, body):
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert "raised PermissionError" in attempt(body, server.getsockname()[1])


@pytest.mark.parametrize(
    "body",
    [
        "os.fork()",
        "subprocess.run(['/bin/true'])",
        "os.system('true') and os.fork()",
        "os.execv('/bin/true', ['true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
        "os.setsid()",
    ],
)
def test_no_process_can_be_started(attempt, body):
    assert "raised PermissionError" in attempt(body)


@pytest.mark.parametrize("target", ["os.getppid()", "-1", "1", "0"])
def test_no_other_process_can_be_signalled(attempt, target):
    assert "raised PermissionError" in attempt(f"os.kill({target}, 9)")


def test_the_limits_of_another_process_cannot_be_set(attempt):
    body = "import resource\nresource.prlimit(os.getppid(), resource.RLIMIT_CPU, (0, 0))"

    assert "raised PermissionError" in attempt(body)


def test_the_mode_of_a_file_cannot_be_changed_by_a_newer_call(attempt, tmp_path):
    secret = tmp_path / "key"
    secret.write_text("42")
    secret.chmod(0o600)

    attempt(f"ctypes.CDLL(None).syscall(452, -100, {str(secret).encode()!r}, 0o777, 0)")

    assert secret.stat().st_mode & 0o777 == 0o600


def test_no_letter_reaches_a_socket_outside(attempt, tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(str(tmp_path / "log"))
        body = "socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b'x', args[0])"

        assert "raised PermissionError" in attempt(body, str(tmp_path / "log"))


def test_asyncio_works(attempt):
    assert attempt("import asyncio\nreturn asyncio.run(asyncio.sleep(0, 'slept'))") == "slept"


@pytest.mark.parametrize("call", [101, 310, 311, 425, 434, 438])
def test_no_other_process_can_be_traced(attempt, call):
    body = f"""
        libc = ctypes.CDLL(None, use_errno=True)
        return [libc.syscall({call}, os.getppid(), 0, 0, 0), ctypes.get_errno()]
    """

    assert attempt(body) == [-1, 1]


def test_threads_work(attempt):
    answer = attempt("""
        import threading
        seen = []
        thread = threading.Thread(target=seen.append, args=(1,))
        thread.start(); thread.join()
        return seen
    """)

    assert answer == [1]


def test_no_more_files_can_be_open_than_allowed(attempt):
    answer = attempt("return [open(os.devnull) for _ in range(100)]")

    assert "Too many open files" in answer


def test_a_trusted_class_is_not_confined(attempt):
    answer = attempt("return open('/etc/passwd').read()", limits=Limits(confined=False))

    assert "root" in answer


def refusal(check, *args):
    with pytest.raises(MachineFault) as caught:
        check(*args)
    assert "; or, for students whom you trust with your files, set confined=False" in str(
        caught.value
    )
    return str(caught.value)


@pytest.mark.parametrize("abi", [1, 2])
def test_a_kernel_whose_landlock_is_too_old_is_refused_with_the_version_that_does(abi):
    told = refusal(check_machine, lambda: abi)

    assert f"has version {abi} of Landlock, which lets files be truncated" in told
    assert "version 3 is in Linux 6.2: grade on that or a later one" in told


@pytest.mark.parametrize("abi", [3, 6, 99])
def test_a_kernel_whose_landlock_guards_against_truncating_will_do(abi):
    check_machine(lambda: abi)


def test_a_machine_without_libseccomp_is_refused_with_what_to_install():
    assert "apt-get install libseccomp2" in refusal(calls.check, None)


LESS = """
import errno, sys, pyseccomp
less = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
for word in sys.argv[1:]:
    call, error, *first = word.split(":")
    where = [pyseccomp.Arg(0, pyseccomp.EQ, int(value)) for value in first]
    less.add_rule(pyseccomp.ERRNO(getattr(errno, error)), call, *where)
less.load()
from graders.errors import MachineFault
from graders.sandbox.confinement import check_machine
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student
from graders.sandbox.parent import Zygote
try:
    check_machine()
    with Zygote() as zygote, Student(zygote, ["import socket; socket.socket()"]) as student:
        print(student.run()[0].outputs[0]["ename"])
except MachineFault as fault:
    print(fault)
"""
SET_NO_NEW_PRIVS, SET_SECCOMP = 38, 22
"""What prctl is asked for."""


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        ("landlock_create_ruleset:ENOSYS", r"not offer Landlock .*: grade on Linux 6\.2 or later"),
        ("landlock_create_ruleset:EPERM", r"in no container that keeps it back \(Docker does"),
        ("landlock_create_ruleset:EOPNOTSUPP", "start it with `landlock` in the list `lsm=`"),
        ("landlock_add_rule:EPERM", "cannot be prepared: RulesetError: ruleset_fd has no write"),
        ("landlock_restrict_self:EPERM", "cannot be prepared: RulesetError: ruleset_fd has no"),
        (f"prctl:EPERM:{SET_NO_NEW_PRIVS}", "cannot be prepared: "),
        ("capset:EPERM", "capabilities could not be dropped"),
        (
            f"seccomp:EPERM prctl:EINVAL:{SET_SECCOMP}",
            r"not let seccomp filter calls .* since 3\.5 with CONFIG_SECCOMP_FILTER: .*trust",
        ),
    ],
)
def test_a_kernel_or_a_container_that_keeps_a_call_back_is_refused_in_words(calls, told):
    assert re.search(told, _said_with_less(calls))


def test_seccomp_has_an_older_way_which_will_do():
    assert _said_with_less("seccomp:EPERM") == "PermissionError\n"


def _said_with_less(calls):
    """What comes of grading where calls fail with an error."""
    done = subprocess.run(
        [sys.executable, "-c", LESS, *calls.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
