"""What a file that comes from outside may be called, and how its name is shown."""

import re
import unicodedata

MAX_NAME_BYTES = 200
"""One name of a path; file systems end at 255, and our own files add to a student's name."""
MAX_STUDENT_CHARACTERS = 128
"""What nbgrader's gradebook has room for."""
MAX_SHOWN = 80
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a text begins that spreadsheets compute; nbgrader's tables have names as they are."""

HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of controls, of marks for the direction of text, of halves of characters."""
JOINERS = "\u200c\u200d"
"""Cannot be seen either, but some scripts and many emoji are not written without them."""
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)")


def is_notebook(name: str) -> bool:
    """Whether a file's name is a notebook's; browsers and Windows like to add an ending to it."""
    return re.fullmatch(r"(?is)[^.].*\.ipynb\b.*", name) is not None


def parts_of(path: str) -> list[str]:
    """The names in a path of an archive; where Windows made it they may have backslashes."""
    return [part for part in re.split(r"[/\\]", path) if part not in ("", ".")]


def trouble_with_path(path: str) -> str:
    """Why nothing is to be written to a path of an archive, or "" if it may be."""
    parts = parts_of(path)
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path) or ".." in parts:
        return "its name leads out of the archive"
    return next(filter(None, map(trouble_with_name, parts)), "")


def trouble_with_name(name: str) -> str:
    """Why no file or folder is to have this name, or "" if it may."""
    if any(unicodedata.category(c) in HIDDEN and c not in JOINERS for c in name):
        return "its name holds characters that cannot be seen"
    if DEVICES.match(name):
        return "its name is a device's on Windows"
    if len(name.encode()) > MAX_NAME_BYTES:
        return f"its name is longer than {MAX_NAME_BYTES} bytes"
    return "" if parts_of(name) == [name] != [".."] else "its name is a path"


def trouble_with_student(name: str) -> str:
    """Why nbgrader could not know a student by this name, or "" if it can."""
    if name.startswith("."):
        return "nbgrader passes over names that begin with a dot"
    if name.startswith(FORMULA):
        return "spreadsheets take names that begin with = + - @ for formulas"
    if name != name.strip():
        return "nbgrader takes no name that begins or ends with a space"
    if re.search(r"[*?\[\]]", name):
        return "nbgrader takes names with * ? [ ] for patterns"
    if len(name) > MAX_STUDENT_CHARACTERS:
        return f"nbgrader takes names of {MAX_STUDENT_CHARACTERS} characters at most"
    return trouble_with_name(name)


def alike(path: str) -> str:
    """The same text for paths that some file system takes for the same."""
    names = (unicodedata.normalize("NFKC", name).casefold() for name in parts_of(path))
    return "/".join(name.rstrip(". ") for name in names)


def visible(text: str) -> str:
    """A name, or words about one, as a terminal may show them: bounded, and nothing hidden."""
    shown = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]} …"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)
