"""Lowers another process's priority, its processors and its limits."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os, resource
ways = (
    lambda pid: os.setpriority(os.PRIO_PROCESS, pid, 19),
    lambda pid: os.sched_setaffinity(pid, {{0}}),
    lambda pid: resource.prlimit(pid, resource.RLIMIT_NOFILE, (8, 8)),
)
for way in ways:
    try:
        way({stage.bystander.pid})
    except OSError as error:
        print(error.strerror)
"""
    )
    desk.save()
