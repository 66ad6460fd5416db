"""Markup that does nothing: what a student's Markdown, HTML and LaTeX may show in a browser.

An allow-list decides, and it is held against the HTML that a page would show, not against its
source: nobody has to think of all that can be written.
"""

import base64
import re
from collections.abc import Set

import nh3
from pygments.token import STANDARD_TYPES

from graders.classroom.tags import MAX_TAGS, is_too_much, parts

BOX = '<input class="task-list-item-checkbox" type="checkbox" disabled'

TAGS = (
    "a abbr b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small "
    "span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var"
)
DROPPED_WHOLE = "iframe noscript script style template textarea title xmp"
ATTRIBUTES = {
    "*": {"align", "style", "title"},
    "a": {"href"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "font": {"color"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "table": {"border", "width"},
    "td": {"colspan", "rowspan", "valign"},
    "th": {"colspan", "rowspan", "scope", "valign"},
}
CLASSES = {
    "div": {"highlight"},
    "li": {"task-list-item"},
    "span": set(STANDARD_TYPES.values()) - {""},
    "table": {"dataframe"},
}
"""No other class, and no id: the pages around, and their scripts, mean something by theirs."""
STYLE = re.compile(
    r"(text-align|vertical-align|color|background-color|font-weight|font-style) ?: ?"
    r"([a-z-]+|\d{3}|#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d., %]+\))",
    re.IGNORECASE,
)
"""No length and no address: nothing is placed over something else, and nothing is fetched."""
LINK = re.compile(r"(https?://|mailto:)[^\\\s]+", re.IGNORECASE)
IMAGE = re.compile(r"data:(image/[a-z+]+);base64,([A-Za-z0-9+/]{16,}={0,2})")
IMAGES = {
    "image/png": b"\x89PNG",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
    "image/svg+xml": b"<",
}
"""How the images that are shown begin. As an image, an SVG runs nothing and fetches nothing."""

CONTAINED = "contain: paint; max-height: 4000px; overflow: auto; position: relative"
"""The one more style, of frames: nothing in them is painted outside."""

ACTIVE = (
    "bbox class cssId csname data enclose href includegraphics mathtip mmlToken require style "
    "texttip toggle tooltip unicode url"
)
NO_COMMAND = "\N{SET MINUS}"
COMMANDS = re.compile(rf"\\(?=(?:html\w*|{'|'.join(ACTIVE.split())})(?![A-Za-z]))")
"""The backslash of MathJax's commands that make links, styles, names or requests."""
DEFINITIONS = re.compile(
    r"\\(?=(?P<by>let|[egx]?def|(?:re)?new(?:command|environment)|providecommand|Declare[A-Za-z]+"
    r"|Newextarrow)(?![A-Za-z])(?:\*?\s*(?:\{\s*)?\\?(?P<name>[A-Za-z]+))?)"
)
NAMES = re.compile(r"(?<=\\)[A-Za-z]+|(?<=\\begin\{)[A-Za-z]+")
"""What LaTeX calls things by. A definition holds for the rest of the page."""
ACTING = (
    "applet audio base body button embed form frame frameset html iframe input isindex link math "
    "meta object picture script select source svg template textarea track video"
)
"""Elements whose loss is worth a word; whether they are lost is not decided by this list."""


def clean(page: str, taken: Set[str] = frozenset()) -> str:
    """HTML without all that could run, fetch, cover something or be taken for the page's own.

    LaTeX in it gives no new meaning to the names that are `taken`. It is "" where there is too much
    of it, or where reading it again would find something else.
    """
    cleaned = "" if is_too_much(page) else _cleaner.clean(_ticked(page))
    is_stable = cleaned.count("<") <= 4 * MAX_TAGS and _cleaner.clean(cleaned) == cleaned
    return inert(cleaned, taken) if is_stable else ""


def inert(latex: str, taken: Set[str] = frozenset()) -> str:
    """Text in which MathJax finds only commands that print mathematics, or define some."""

    def allowed(found: re.Match[str]) -> bool:
        return found["by"] != "let" and found["name"] not in {None, *taken}

    latex = DEFINITIONS.sub(lambda found: "\\" if allowed(found) else NO_COMMAND, latex)
    return COMMANDS.sub(NO_COMMAND, latex)


def is_image(address: str) -> bool:
    """Whether an address holds, in itself, an image that may be shown."""
    found = IMAGE.fullmatch(address)
    begins = IMAGES.get(found[1]) if found else None
    return begins is not None and base64.b64decode(found[2][:16]).startswith(begins)


def says_something(page: str) -> bool:
    """Whether clean HTML shows a text or an image."""
    return any(
        rest[0].strip() if tag == "" else tag == "img" and "src" in dict(rest)
        for tag, *rest in parts(page)
    )


def acts(page: str) -> bool:
    """Whether HTML holds what would run, load or lead somewhere, so that a person should know."""
    tags = [(tag, attributes) for tag, *attributes in parts(_ticked(page)) if tag not in ("", "!")]
    return (
        COMMANDS.search(page) is not None
        or any(tag.strip("/") in ACTING.split() for tag, _ in tags)
        or any(_is_act(tag, *attribute) for tag, attributes in tags for attribute in attributes)
    )


def _is_act(tag: str, attribute: str, value: str) -> bool:
    if attribute in ("href", "src"):
        return not value.startswith("#") and _allowed(tag, attribute, value) is None
    return attribute.startswith("on")


def _ticked(page: str) -> str:
    """A page with signs for the boxes that nbconvert makes of lists of tasks."""
    return page.replace(f"{BOX}/>", "☐ ").replace(f"{BOX} checked/>", "☑ ")


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """What becomes of the value of an attribute that is in ATTRIBUTES."""
    match attribute:
        case "alt" | "rel" | "title":
            return value
        case "href":
            return value if LINK.fullmatch(value) else None
        case "src":
            address = "".join(value.split())
            return address if is_image(address) else None
        case "style" if value != CONTAINED:
            return "; ".join(filter(STYLE.fullmatch, map(str.strip, value.split(";")))) or None
        case "style":
            return value
    return value if re.fullmatch(r"#?[\w.%-]{,32}", value) else None


_cleaner = nh3.Cleaner(
    tags=set(TAGS.split()),
    clean_content_tags=set(DROPPED_WHOLE.split()),
    attributes=ATTRIBUTES,
    attribute_filter=_allowed,
    allowed_classes=CLASSES,
    url_schemes={"http", "https", "mailto", "data"},
)
