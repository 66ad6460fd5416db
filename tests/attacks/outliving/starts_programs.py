"""Starts programs that go on by themselves, in four ways."""

PROMISE = 5
CLASS = "snekbox: test_subprocess_resource_unavailable"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import multiprocessing, os, subprocess
ways = {
    "a session of its own": lambda: subprocess.Popen(["sleep", "60"], start_new_session=True),
    "a shell": lambda: os.system("sleep 60 &"),
    "posix_spawn": lambda: os.posix_spawn("/bin/sleep", ["sleep", "60"], dict(os.environ)),
    "multiprocessing": lambda: multiprocessing.get_context("fork").Process(target=os.wait).start(),
}
for name, way in ways.items():
    try:
        print(name, way())
    except OSError as error:
        print(name, error.strerror)
"""
    )
    desk.save()
