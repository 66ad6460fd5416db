"""What one submission may use, each limit with its unit in its name."""

import resource
from dataclasses import dataclass

MIB = 1 << 20
TIMERS = 64
"""Timers of one process; all processes of a user share a supply of them."""


@dataclass(frozen=True)
class Limits:
    """The limits of one submission; an instructor sets them in nbgrader_config.py."""

    confined: bool = True
    """Whether files, network and other processes are out of reach; False trusts the class."""
    cell_seconds: float = 5.0
    """Wall time of one cell of the notebook."""
    call_seconds: float = 2.0
    """Wall time of one call of a student's function."""
    question_seconds: float = 20.0
    """Wall time of all the calls of one question together."""
    question_timeouts: int = 2
    """Calls of one question that may run out of time before it is not asked any more."""
    explanation_seconds: float = 2.0
    """Wall time of what a question that failed is asked more, for its feedback only."""
    submission_seconds: float = 120.0
    """Wall time of everything, and processor time of each process."""
    memory_mib: int = 2048
    """Address space of the student's process."""
    file_mib: int = 16
    """Size of any file that the student's code writes."""
    folder_mib: int = 64
    """All files in the student's folder together."""
    folder_files: int = 1000
    """Files and folders in it."""
    open_files: int = 64
    """Files open at once in the student's process."""
    threads: int = 64
    """Threads of the student's process."""
    output_mib: int = 4
    """Outputs of one cell (an image counts); more is cut off with a note."""
    page_mib: int = 8
    """Outputs of all cells together on a page; what has no room is left out with a note."""
    reply_mib: int = 16
    """One message from the student's process."""


def impose(limits: Limits) -> None:
    """Bind this process, and all that it starts, to `limits`. There is no way back.

    What no limit of the kernel's bounds, the folder and the threads, is for `watch` to see.
    """
    bounds = {
        resource.RLIMIT_AS: limits.memory_mib * MIB,
        resource.RLIMIT_FSIZE: limits.file_mib * MIB,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_CPU: int(limits.submission_seconds) + 1,
        resource.RLIMIT_SIGPENDING: TIMERS,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for which, bound in bounds.items():
        allowed = resource.getrlimit(which)[1]
        bound = bound if allowed == resource.RLIM_INFINITY else min(bound, allowed)
        resource.setrlimit(which, (bound, bound))
