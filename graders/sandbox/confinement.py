"""What a student's process can still reach: its own folder, the packages, and nothing else.

Landlock guards the file system and seccomp the system calls (`calls`). Both are the Linux kernel's
own, work without root, and hold for the process until it ends. Whoever grades as root has
capabilities beside, which go first.
"""

import ctypes
import platform
import sys
import sysconfig
from collections.abc import Callable
from functools import cache
from pathlib import Path

from py_landlock import (
    AccessFs,
    Landlock,
    LandlockDisabledError,
    LandlockError,
    get_abi_version,
)

from graders.errors import MachineFault
from graders.sandbox import calls
from graders.sandbox.calls import TRUST

LEAST_ABI, LEAST_KERNEL = 3, "6.2"
"""Landlock's first version that also guards against truncating files."""

OURS = ("graders", "reference", "unrolled", "__editable__", "_editable")
PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("stdlib", "platstdlib", "purelib", "platlib")
"""What sysconfig calls them; the environment around them may be a course's own folder."""
SYSTEM = (
    "/usr/lib /usr/lib64 /lib /lib64 /usr/share/fonts /usr/share/zoneinfo /etc/fonts "
    "/etc/ld.so.cache /etc/localtime /etc/mime.types /dev/urandom /dev/random"
)

PR_CAPBSET_DROP, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 24, 47, 4
CAPABILITIES = 64
"""How many capabilities there can be."""


@cache
def check_machine(ask_abi: Callable[[], int] = get_abi_version) -> None:
    """Nothing, if this kernel can confine a process; else raises MachineFault."""
    calls.check()
    if lack := _lack_of_landlock(ask_abi):
        raise MachineFault(f"student code cannot be kept from files here: {lack}; {TRUST}")


def _lack_of_landlock(ask_abi: Callable[[], int]) -> str:
    """Why this kernel's Landlock does not do, and what would; "" if it does."""
    kernel = f"this kernel ({platform.release()})"
    try:
        abi = ask_abi()
    except LandlockDisabledError:
        return (
            f"Landlock is switched off in {kernel}: start it with `landlock` in the list "
            "`lsm=` of its command line"
        )
    except LandlockError as error:
        return (
            f"{kernel} does not offer Landlock ({error}): grade on Linux {LEAST_KERNEL} or later, "
            "and in no container that keeps it back (Docker does before 20.10.18)"
        )
    if abi < LEAST_ABI:
        return (
            f"{kernel} has version {abi} of Landlock, which lets files be truncated, and version "
            f"{LEAST_ABI} is in Linux {LEAST_KERNEL}: grade on that or a later one"
        )
    return ""


def confine(folder: str) -> None:
    """Leave this process its `folder`, the packages to read, and the calls that NumPy needs."""
    _drop_capabilities()
    rights = AccessFs.REFER
    packages().allow_read_write(folder).add_path_rule(folder, access=rights).apply()
    calls.refuse()


@cache
def packages() -> Landlock:
    """What every student's process may read; a process adds its own folder to it."""
    landlock = Landlock(strict=False)
    for path in _readable():
        folder = AccessFs.READ_DIR if path.is_dir() else AccessFs(0)
        landlock.add_path_rule(path, access=AccessFs.READ_FILE | folder)
    return landlock.add_path_rule("/dev/null", access=AccessFs.READ_FILE | AccessFs.WRITE_FILE)


def _drop_capabilities() -> None:
    """Be an ordinary user even as root: device nodes, others' files and limits are for nobody.

    Two calls of libc, which has no name for the second: shorter than a library that has.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in range(CAPABILITIES):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    version_3, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if libc.capset(version_3, nothing):
        raise OSError(ctypes.get_errno(), "capabilities could not be dropped")


@cache
def _readable() -> list[Path]:
    """The standard library, the system's libraries and data, and the packages but ours."""
    libraries = {Path(path) for name, path in sysconfig.get_paths().items() if name in PACKAGES}
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
