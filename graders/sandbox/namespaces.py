"""A second wall where a machine lets one build it: a network and message queues of one's own.

No promise rests on it. Many machines allow it to nobody but root (a container's default rules,
Ubuntu's since 23.10), and what it would keep apart seccomp has refused already.
"""

import ctypes
import os

CLONE_NEWUSER, CLONE_NEWIPC, CLONE_NEWNET = 0x10000000, 0x08000000, 0x40000000


def enter() -> bool:
    """Enter namespaces with nobody else in them; whether this machine allows it.

    Whoever does so has all capabilities there: they are for `confinement` to drop.
    """
    libc = ctypes.CDLL(None)  # Python has no name for it before 3.12
    return libc.unshare(CLONE_NEWUSER | CLONE_NEWIPC | CLONE_NEWNET) == 0


def are_allowed() -> bool:
    """Whether this machine would let a student's process enter its own."""
    pid = os.fork()
    if not pid:
        os._exit(0 if enter() else 1)
    return os.waitpid(pid, 0)[1] == 0
