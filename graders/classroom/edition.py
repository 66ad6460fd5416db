"""Which edition of the kit this is: the versions, and the bytes, that a score depends on."""

import hashlib
import sys
from importlib.metadata import version

from graders.grader import GRADERS

PACKAGES = (
    "unrolled",
    "numpy",
    "nbformat",
    "nbgrader",
    "ipython",
    "matplotlib",
    "pytest",
    "distributed",
)
CODE = ("graders/**/*.py", "graders/pytest.ini", "reference/**/*.py")
TOLD = 3
"""How many differences are told; who has many has another edition."""


def edition() -> dict[str, str]:
    """Versions by the names of packages, digests by the names of files; the same on any machine."""
    root = GRADERS.parent
    files = sorted(path for pattern in CODE for path in root.glob(pattern))
    digests = {str(f.relative_to(root)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
    versions = {package: version(package) for package in PACKAGES}
    return {"Python": "{}.{}".format(*sys.version_info)} | versions | digests


def differences(there: dict[str, str], here: dict[str, str]) -> str:
    """What is not the same in two editions, in words; "" if they are the same."""
    names = [name for name in here | there if here.get(name) != there.get(name)]
    told = [_difference(name, there, here) for name in names[:TOLD]]
    return ", ".join(told) + (f" and {len(names) - TOLD} more" if len(names) > TOLD else "")


def _difference(name: str, there: dict[str, str], here: dict[str, str]) -> str:
    if "/" in name:
        return f"another {name}" if name in here and name in there else f"{name} on one side only"
    return f"{name} {there.get(name, 'nothing')} instead of {here.get(name, 'nothing')}"


LOADED = edition()
"""What it was when this process began to load it: files may change under one that runs for long."""
