"""The fair copy of a page: what BeautifulSoup makes of its HTML, made in one pass.

nbconvert parses every page that it has made, adds what is said instead of an image without words,
and writes the page anew. That takes most of the time of a page. Where HTML is plain, every piece
of it becomes the same wherever it stands: BeautifulSoup is asked about a piece once, and about the
whole page only where something in it is not plain.
"""

import re
from functools import lru_cache

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder

# A slash after a value without quotes is part of it: <p a=b/> is not closed.
VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[a-zA-Z0-9_.%-]+(?!/))"""
ATTRIBUTES = rf"(?:[ \n]+[a-zA-Z][a-zA-Z0-9_:.-]*(?:={VALUE})?)*[ \n]*"
PIECE = re.compile(
    r"(?P<text>[^<]+)"
    r"|</(?P<end>[a-z][a-z0-9]*)>"
    # What is in these is no HTML, or is HTML to some parsers only.
    rf"|(?P<whole><(?P<kind>script|style|title){ATTRIBUTES}>[^<]*</(?P=kind)>|<!--[^<>&-]+-->"
    r"|<!DOCTYPE html>)"
    rf"|(?P<start><(?P<name>[a-z][a-z0-9]*){ATTRIBUTES}/?>)"
    r"|(?P<other><)"
)
BLOCK = r"(?P<block><pre>[^<]*(?:<(?!/?pre)[^<]*)*</pre>)"
"""Highlighted code: most tags of a page are in it, and most of it is the same for everybody."""
BLOCK_OR_PIECE = re.compile(f"{BLOCK}|{PIECE.pattern}")
TO_BE_ESCAPED = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);|[&>]")
SPACES = BeautifulSoup.ASCII_SPACES
VOID = HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS
KEEP_SPACES = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
NOT_PLAIN = {"script", "style", "title", "textarea", "template", "plaintext", "noscript"} | {
    "iframe",
    "xmp",
    "noembed",
    "noframes",
}
"""Elements in which parsers, or versions of one, do not agree what is a tag."""
OUR_PAGES_HAVE_NONE = "jp-Notebook"
"""In pages of JupyterLab's look, nbconvert changes other elements, too."""
NO_DESCRIPTION = "No description has been provided for this image"
MAX_REMEMBERED = 2000
"""Characters of a tag that is remembered; those of plots are longer."""
MAX_BLOCK = 20_000
"""Characters of a block that is remembered; floods of output are longer."""


class NotPlainError(Exception):
    """A page has something in it that does not mean the same wherever it stands."""


def fair_copy(page: str) -> str:
    """`page` as nbconvert's HTMLExporter has it in the end, to the letter."""
    try:
        if OUR_PAGES_HAVE_NONE in page:
            raise NotPlainError
        return "".join(in_pieces(page))
    except NotPlainError:
        return _by_soup(page)


def in_pieces(page: str, pattern: re.Pattern[str] = BLOCK_OR_PIECE) -> list[str]:
    """The pieces of a page. Raises NotPlainError."""
    found, is_open, keeping = [], [], 0
    for piece in pattern.finditer(page):
        kind, words = piece.lastgroup, piece.group()
        if kind == "text":
            found.append(_text(words, keeping))
        elif kind == "end":
            name = piece["end"]
            if not is_open or is_open.pop() != name:
                raise NotPlainError
            keeping -= name in KEEP_SPACES
            found.append(words)
        elif kind == "start":
            name = piece["name"]
            found.append(_start(words, name))
            if name not in VOID and words[-2] != "/":
                found[-1] = found[-1].removesuffix(f"</{name}>")
                is_open.append(name)
                keeping += name in KEEP_SPACES
        elif kind == "block":
            found.append(_block(words) if len(words) <= MAX_BLOCK else _of_block(words))
        elif kind == "whole" and not keeping:
            found.append(_element(words))
        else:
            raise NotPlainError
    if is_open:
        raise NotPlainError
    return found


def _text(words: str, keeping: int) -> str:
    if "&" in words or ">" in words:
        words = TO_BE_ESCAPED.sub(_escaped, words)
    if not keeping and not words.strip(SPACES):
        return "\n" if "\n" in words else " "
    return words


def _escaped(found: re.Match[str]) -> str:
    """A character reference, or a character that should be one."""
    if found.group() == "&":
        raise NotPlainError
    return "&gt;" if found.group() == ">" else _referred_to(found.group())


@lru_cache(1000)
def _referred_to(reference: str) -> str:
    return _by_soup(f"<pre>{reference}</pre>").removeprefix("<pre>").removesuffix("</pre>")


def _start(tag: str, name: str) -> str:
    if name in NOT_PLAIN:
        raise NotPlainError
    return _tag(tag) if len(tag) <= MAX_REMEMBERED else _by_soup(tag)


@lru_cache(5000)
def _tag(tag: str) -> str:
    return _by_soup(tag)


def _of_block(block: str) -> str:
    return "".join(in_pieces(block, PIECE))


_block = lru_cache(500)(_of_block)


@lru_cache(20)
def _element(element: str) -> str:
    """A style sheet, a script, a comment: those of the template, which are the same everywhere."""
    return _by_soup(element)


def _by_soup(page: str) -> str:
    """What nbconvert does with any page."""
    soup = BeautifulSoup(page, features="html.parser")
    for image in soup.select("img:not([alt])"):
        image.attrs["alt"] = NO_DESCRIPTION
    for element in soup.select(".jp-Notebook div.jp-Cell-inputWrapper"):
        element.attrs["tabindex"] = "0"
    for element in soup.select(".jp-Notebook div.jp-OutputArea-output"):
        element.attrs["tabindex"] = "0"
    return str(soup)
