"""What a file that comes from outside may be called, and how a name is shown."""

import re
import unicodedata

MAX_NAME_BYTES = 200
"""One name of a path; file systems end at 255, and our own files add to a student's name."""
MAX_STUDENT_CHARACTERS = 128
"""What nbgrader's gradebook has room for."""
MAX_SHOWN = 80

JOINERS = "\u200c\u200d"
"""Cannot be seen either, but some scripts and many emoji are not written without them."""
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")
NOTEBOOK = re.compile(r"(?i)[^.].*\.ipynb(\.txt|\.json)?")


def is_notebook(name: str) -> bool:
    """Whether a file's name is a notebook's; browsers and Windows like to add an ending to it."""
    return NOTEBOOK.fullmatch(name) is not None


def parts_of(path: str) -> list[str]:
    """The names of a path in an archive; some that were made on Windows have backslashes."""
    return [part for part in re.split(r"[/\\]", path) if part not in ("", ".")]


def trouble_with_path(path: str, max_depth: int) -> str:
    """Why nothing should be written to a path in an archive, or "" if it may be."""
    parts = parts_of(path)
    if path[:1] in ("/", "\\") or re.match(r"[A-Za-z]:[/\\]", path) or ".." in parts:
        return "its name leads out of the archive"
    if len(parts) > max_depth + 1:
        return f"it lies more than {max_depth} folders deep"
    return next(filter(None, map(trouble_with_name, parts)), "")


def trouble_with_name(name: str) -> str:
    """Why no file or folder should have this name, or "" if it may."""
    if any(_is_hidden(character) for character in name):
        return "its name holds characters that cannot be seen"
    if DEVICES.match(name):
        return "its name is a device's on Windows"
    if len(name.encode()) > MAX_NAME_BYTES:
        return f"its name is longer than {MAX_NAME_BYTES} bytes"
    return "its name is none" if name in ("", ".", "..") or re.search(r"[/\\]", name) else ""


def trouble_with_student(name: str) -> str:
    """Why nbgrader could not know a student by this name, or "" if it can."""
    if name.startswith("."):
        return "nbgrader passes over names that begin with a dot"
    if name != name.strip():
        return "the name begins or ends with a space"
    if re.search(r"[*?\[\]]", name):
        return "nbgrader takes * ? [ ] for a pattern"
    if len(name) > MAX_STUDENT_CHARACTERS:
        return f"the name is longer than {MAX_STUDENT_CHARACTERS} characters"
    return trouble_with_name(name)


def alike(path: str) -> str:
    """The same text for paths that some file system takes for the same file."""
    return "/".join(unicodedata.normalize("NFKC", p).casefold().strip(". ") for p in parts_of(path))


def visible(name: str) -> str:
    """A name as a terminal may show it: of bounded length, and with nothing hidden in it."""
    shown = name if len(name) <= MAX_SHOWN else f"{name[:MAX_SHOWN]} …"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and (
        character not in JOINERS
    )
