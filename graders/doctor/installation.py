"""What is installed here, and whether it is what the kit was tested with."""

import platform
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from graders.doctor.findings import Finding, good, notice

PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
MOST_NAMED = 5


def examine_installation(root: Path) -> Iterator[Finding]:
    """Python and the packages, held against the versions that `root`/constraints.txt pins."""
    yield good(f"Python {platform.python_version()}, nbgrader {metadata.version('nbgrader')}")
    pins = root / "constraints.txt"
    if not pins.exists():
        yield notice(
            f"there is no constraints.txt in {root}: the versions of packages were not compared",
            "nothing, if this is a course's own folder",
        )
        return
    pinned = dict(PIN.findall(pins.read_text("utf-8")))
    yield _compared({name: _installed(name) for name in pinned}, pinned)


def _compared(found: dict[str, str], pinned: dict[str, str]) -> Finding:
    here = {name: version for name, version in found.items() if version}
    other = [f"{n} {v} for {pinned[n]}" for n, v in here.items() if v != pinned[n]]
    if other:
        more = f" and {len(other) - MOST_NAMED} more" if len(other) > MOST_NAMED else ""
        told = f"packages differ from the tested ones: {', '.join(other[:MOST_NAMED])}{more}"
        return notice(told, "remove .venv and run `make setup`")
    return good(f"all {len(here)} packages are the versions that the kit was tested with")


def _installed(name: str) -> str:
    """The installed version of a package; "" if there is none."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
