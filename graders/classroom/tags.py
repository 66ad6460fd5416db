"""What HTML consists of, and whether that is more than can be looked through in good time."""

import itertools
import re
from collections.abc import Iterable
from html.parser import HTMLParser

MAX_TAGS = 50_000
"""In one piece of HTML, which is not shown if it has more."""
MAX_LOOSE_TAGS = 2_000
"""In HTML whose tags do not close each other in order, which takes the square of the time."""
MAX_DEPTH = 200
MAX_FORMATS = 100_000
"""Tags times openings of text formats with attributes of their own.

A browser opens those that never end once more in each paragraph, and so does the cleaner.
"""
FORMATS = re.compile(r"<(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)[\s/]", re.IGNORECASE)
VOID = ("br", "col", "hr", "img")


def parts(page: str) -> list[tuple]:
    """What HTML consists of, however it is spelled: tags, texts, and whatever else there is.

    It is read by the parser through which nbconvert passes every page.
    """
    parser = _Parts()
    try:
        parser.feed(page)
        # Behind a tag that never ends none is looked for: that takes the square of the time.
        parser.unknown_decl(parser.rawdata) if "<" in parser.rawdata else parser.close()
    except AssertionError:  # what Python's parser says to declarations that are none
        parser.found.append(("!", page))
    grouped = itertools.groupby(parser.found, key=lambda part: part[0] == "")
    return [part for is_text, found in grouped for part in (_joined(found) if is_text else found)]


def is_too_much(page: str) -> bool:
    """Whether it could take long, or much memory, to clean HTML."""
    tags = page.count("<")
    return (
        tags > MAX_TAGS
        or tags * len(FORMATS.findall(page)) > MAX_FORMATS
        or (tags > MAX_LOOSE_TAGS and not _is_nested(page))
    )


def _is_nested(page: str) -> bool:
    """Whether each tag is closed before the one around it, and none lies deep."""
    around: list[str] = []
    for tag, *_ in parts(page):
        if tag in ("", *VOID):
            continue
        if not tag.startswith("/"):
            around.append(tag)
        elif not around or around.pop() != tag[1:]:
            return False
        if len(around) > MAX_DEPTH:
            return False
    return not around


def _joined(texts: Iterable[tuple]) -> list[tuple]:
    return [("", "".join(text for _, text in texts))]


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found.append((tag, *((name, value or "") for name, value in attrs)))

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.handle_starttag(tag if tag in VOID else f"{tag}/", attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self.found.append(("", data))

    def _handle_other(self, data: str) -> None:
        self.found.append(("!", data))

    handle_comment = handle_decl = handle_pi = unknown_decl = _handle_other
