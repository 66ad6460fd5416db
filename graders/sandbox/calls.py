"""System calls that a student's process is refused, by danger: what Landlock does not know of.

Two filters of seccomp lie on top of each other. One is the same for every process and made once;
the other knows the process that it guards.
"""

import errno
import fcntl
import os
import socket
from functools import cache
from types import ModuleType

from graders.errors import MachineFault

try:
    import pyseccomp as seccomp
except RuntimeError:  # so it says that libseccomp is not installed
    seccomp = None

REFUSED = {
    "starting programs and processes": "execve execveat fork vfork uselib",
    "processes of others": "ptrace process_vm_readv process_vm_writev process_madvise kcmp "
    "process_mrelease pidfd_open pidfd_getfd pidfd_send_signal tkill rt_sigqueueinfo "
    "rt_tgsigqueueinfo setpgid setsid prctl sched_setaffinity sched_setscheduler sched_setparam "
    "sched_setattr setpriority ioprio_set migrate_pages move_pages get_robust_list perf_event_open",
    "the network, and letters to anybody": "socket connect bind listen sendmsg sendmmsg "
    "io_uring_setup io_uring_enter io_uring_register",
    "memory that no limit counts, or that others share": "memfd_create memfd_secret io_setup "
    "shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semtimedop semctl mq_open "
    "mq_unlink add_key request_key keyctl",
    "files that cannot be opened": "chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat "
    "utime utimes futimesat utimensat setxattr lsetxattr fsetxattr setxattrat removexattr "
    "lremovexattr fremovexattr removexattrat file_setattr mknod mknodat inotify_add_watch "
    "fanotify_init fanotify_mark name_to_handle_at open_by_handle_at",
    "becoming somebody else": "setuid setgid setreuid setregid setresuid setresgid setfsuid "
    "setfsgid setgroups capset unshare setns personality",
    "the machine": "mount umount2 mount_setattr move_mount open_tree open_tree_attr fsopen "
    "fsconfig fsmount fspick pivot_root chroot bpf userfaultfd sethostname setdomainname "
    "settimeofday clock_settime adjtimex clock_adjtime reboot swapon swapoff init_module "
    "finit_module delete_module kexec_load kexec_file_load quotactl quotactl_fd acct syslog iopl "
    "ioperm vhangup sync syncfs",
}
UNSUPPORTED = (
    "fallocate",  # reserves a disk beyond all limits; libraries write zeros instead
    *("getxattr", "lgetxattr", "listxattr", "llistxattr", "getxattrat", "listxattrat"),
)
"""Calls for whose lack libraries are prepared, if the error says that."""

LATER = {
    "process_madvise": 440,
    "mount_setattr": 442,
    "quotactl_fd": 443,
    "memfd_secret": 447,
    "process_mrelease": 448,
    "fchmodat2": 452,
    "setxattrat": 463,
    "getxattrat": 464,
    "listxattrat": 465,
    "removexattrat": 466,
    "open_tree_attr": 467,
    "file_setattr": 469,
}
"""Numbers, the same on every machine, of calls that libseccomp may not know by name."""
CLONE3 = 435
"""It hides its flags from any filter; libraries fall back to clone."""
NOT_JUDGED = range(470, 512)
"""What kernels to come will add does not exist here until somebody has looked at it."""

CLONE_THREAD = 0x00010000
SOCKET_TYPE, WORD = 0xF, 0xFFFFFFFF
"""Bits that the kernel looks at; it passes over the others, and so must a filter."""
F_SETOWN_EX, FIOSETOWN, SIOCSPGRP = 15, 0x8901, 0x8902


TRUST = "or, for students whom you trust with your files, set confined=False in nbgrader_config.py"
"""The choice that is left where a machine cannot confine."""


def check(library: ModuleType | None = seccomp) -> None:
    """Nothing, if calls can be refused here; else raises MachineFault."""
    if library is None:
        raise MachineFault(
            "libseccomp is not installed, but it keeps student code from the network and from "
            f"other processes: install it (Debian and Ubuntu: apt-get install libseccomp2); {TRUST}"
        )


def refuse() -> None:
    """Refuse this process the calls, for good. Raises MachineFault where the kernel cannot."""
    try:
        _to_others().load()
        filter_of_calls().load()  # it refuses to load any other
    except OSError as error:
        raise MachineFault(
            f"this kernel, or a container around us, does not let seccomp filter calls ({error}), "
            "as Linux can since 3.5 with CONFIG_SECCOMP_FILTER: grade where it does; " + TRUST
        ) from error


@cache
def filter_of_calls():
    """The filter that is the same for every process."""
    calls, no = seccomp.SyscallFilter(seccomp.ALLOW), seccomp.ERRNO(errno.EPERM)
    for number in (CLONE3, *NOT_JUDGED):
        calls.add_rule(seccomp.ERRNO(errno.ENOSYS), number)
    for name in " ".join(REFUSED.values()).split():
        calls.add_rule(no, LATER.get(name, name))
    for name in UNSUPPORTED:
        calls.add_rule(seccomp.ERRNO(errno.EOPNOTSUPP), LATER.get(name, name))
    # Threads are clones too.
    calls.add_rule(no, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
    # One's own limits may be asked for; those of others, the zygote's above all, may not be set.
    calls.add_rule(no, "prlimit64", seccomp.Arg(0, seccomp.NE, 0))
    # A pair of sockets is what asyncio needs; one that sends letters to any address is not.
    calls.add_rule(no, "sendto", seccomp.Arg(4, seccomp.NE, 0))
    calls.add_rule(no, "socketpair", seccomp.Arg(0, seccomp.NE, socket.AF_UNIX))
    for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW):
        calls.add_rule(no, "socketpair", seccomp.Arg(1, seccomp.MASKED_EQ, SOCKET_TYPE, kind))
    # Files send signals to whomever they are told, and a lease on one makes others wait.
    for command in (fcntl.F_SETOWN, F_SETOWN_EX, fcntl.F_SETLEASE, fcntl.F_NOTIFY):
        calls.add_rule(no, "fcntl", seccomp.Arg(1, seccomp.MASKED_EQ, WORD, command))
    for command in (FIOSETOWN, SIOCSPGRP):
        calls.add_rule(no, "ioctl", seccomp.Arg(1, seccomp.MASKED_EQ, WORD, command))
    return calls


def _to_others():
    """Signals are for oneself."""
    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in ("kill", "tgkill"):
        calls.add_rule(seccomp.ERRNO(errno.EPERM), name, seccomp.Arg(0, seccomp.NE, os.getpid()))
    return calls
