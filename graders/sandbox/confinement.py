"""What a student's process can still reach: its own folder, the packages, and nothing else.

Landlock guards the file system and seccomp the system calls. Both are the Linux kernel's own, work
without root, and hold for the process until it ends.
"""

import errno
import os
import platform
import sys
import sysconfig
from functools import cache
from pathlib import Path

import pyseccomp as seccomp
from py_landlock import AccessFs, Landlock, LandlockError, get_abi_version

from graders.errors import MachineFault

LEAST_ABI, LEAST_KERNEL = 3, "6.2"
"""Landlock's first version that also guards against truncating files."""

OURS = ("graders", "reference", "unrolled", "__editable__", "_editable")
PROJECT = Path(__file__).resolve().parents[2]
SYSTEM = (
    "/usr/lib /usr/lib64 /lib /lib64 /usr/share/fonts /usr/share/zoneinfo /etc/fonts "
    "/etc/ld.so.cache /etc/localtime /etc/mime.types /dev/urandom /dev/random"
)

DENIED = (
    *("socket", "connect", "bind", "execve", "execveat", "fork", "vfork"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd"),
    *("setsid", "setpgid", "prctl", "unshare", "setns", "mount", "chroot", "pivot_root"),
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "keyctl", "add_key", "mknod"),
    *("chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "utimensat"),
    *(
        "setxattr",
        "lsetxattr",
        "fsetxattr",
        "mknodat",
        "sched_setaffinity",
        "setpriority",
        "shmget",
        "msgget",
        "semget",
        "mq_open",
    ),
)
DENIED += (
    *("utime", "utimes", "futimesat", "removexattr", "lremovexattr", "fremovexattr"),
    *("sched_setscheduler", "sched_setparam", "sched_setattr", "ioprio_set", "migrate_pages"),
    *("move_pages", "process_madvise", "process_mrelease", "kcmp", "sethostname", "setdomainname"),
    *("settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "reboot", "swapon", "swapoff"),
    *("init_module", "finit_module", "delete_module", "kexec_load", "quotactl", "acct", "syslog"),
)
NEW_CALLS = {"fchmodat2": 452, "setxattrat": 463, "removexattrat": 466, "file_setattr": 469}
"""Numbers, the same on every machine, of calls that libseccomp may not know by name."""

CLONE_THREAD = 0x00010000
SOCKET_TYPE, SOCK_DGRAM = 0xF, 2


@cache
def check_machine(least_abi: int = LEAST_ABI) -> None:
    """Nothing, if this kernel can confine a process; else raises MachineFault."""
    try:
        abi = get_abi_version()
    except LandlockError as error:
        abi, why = 0, f" ({error})"
    else:
        why = ""
    if abi < least_abi:
        raise MachineFault(
            f"this kernel ({platform.release()}) has Landlock version {abi}{why}, but student code "
            f"is confined by version {least_abi} or later, of Linux {LEAST_KERNEL}: grade on a "
            "newer kernel, or, for students whom you trust with your files, set confined=False "
            "in nbgrader_config.py"
        )


def confine(folder: str) -> None:
    """Leave this process its `folder`, the packages to read, and the calls that NumPy needs."""
    _guard_files(folder)
    _guard_calls()


def _guard_files(folder: str) -> None:
    read = AccessFs.READ_FILE | AccessFs.READ_DIR | AccessFs.EXECUTE
    landlock = Landlock(strict=False).allow_read_write(folder)
    landlock.add_path_rule(folder, access=AccessFs.REFER)
    for path in _readable():
        landlock.add_path_rule(path, access=read if path.is_dir() else AccessFs.READ_FILE)
    landlock.add_path_rule("/dev/null", access=AccessFs.READ_FILE | AccessFs.WRITE_FILE)
    landlock.apply()


@cache
def _readable() -> list[Path]:
    """The standard library, the system's libraries and data, and the packages but ours."""
    libraries = {Path(path) for path in sysconfig.get_paths().values()}
    folders = {Path(sys.base_prefix) / "lib", *libraries, *map(Path, SYSTEM.split())}
    found = [path for folder in sorted(folders) for path in _around(folder, PROJECT)]
    return [path for path in found if path.exists()]


def _around(folder: Path, hidden: Path) -> list[Path]:
    """Paths that cover `folder` but not the packages of ours in the folder `hidden`."""
    if folder != hidden and folder not in hidden.parents:
        return [folder]
    kept = [entry for entry in folder.iterdir() if not entry.name.startswith(OURS)]
    if folder == hidden:
        return kept
    return [path for entry in kept for path in _around(entry, hidden)]


def _guard_calls() -> None:
    calls = seccomp.SyscallFilter(seccomp.ALLOW)
    refuse = seccomp.ERRNO(errno.EPERM)
    for name in DENIED:
        calls.add_rule(refuse, name)
    # Threads are clones too, and clone3 hides its flags from the filter: libraries fall back.
    calls.add_rule(refuse, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
    calls.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    for number in NEW_CALLS.values():
        calls.add_rule(refuse, number)
    # One's own limits may be asked for; those of others, the zygote's above all, may not be set.
    calls.add_rule(refuse, "prlimit64", seccomp.Arg(0, seccomp.NE, 0))
    # A pair of sockets is what asyncio needs; one that sends letters to any address is not.
    datagrams = seccomp.Arg(1, seccomp.MASKED_EQ, SOCKET_TYPE, SOCK_DGRAM)
    calls.add_rule(refuse, "socketpair", datagrams)
    calls.add_rule(refuse, "sendto", seccomp.Arg(4, seccomp.NE, 0))
    for name in ("kill", "tgkill"):
        calls.add_rule(refuse, name, seccomp.Arg(0, seccomp.NE, os.getpid()))
    for name in ("tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"):
        calls.add_rule(refuse, name)
    calls.load()
