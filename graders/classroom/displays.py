"""Outputs that do nothing: what a student's code may show in a browser."""

import base64
import html
from collections.abc import Iterator, Set

from nbconvert.filters import strip_ansi
from nbformat import NotebookNode

from graders.classroom.markdown import framed, page_of
from graders.classroom.markup import acts, clean, is_image, says_something

MAX_ESCAPES = 5_000
"""Changes of colour in one text, with whose square nbconvert's time grows."""
PICTURES = ("image/png", "image/jpeg")
EMBEDDED = ("image/gif", "image/webp")
TEXTS = ("text/html", "text/markdown", "image/svg+xml", "text/latex", "text/plain")


def make_harmless(output: NotebookNode, taken: Set[str]) -> bool:
    """Clean an output, as `markup.clean` does; whether there was something in it that acts."""
    if output.output_type == "stream":
        output.text = _calm(output.text)
        return False
    if output.output_type == "error":
        output.traceback = [_calm(line) for line in output.traceback]
        return False
    given, pages = output.data, list(_pages(output.data))
    output.data = NotebookNode(_shown(given, [clean(page, taken) for page in pages]))
    alt = {mime: about["alt"] for mime, about in output.metadata.items() if "alt" in about}
    output.metadata = NotebookNode({m: {"alt": alt[m]} for m in PICTURES if m in alt})
    return not {*given} <= {*PICTURES, *EMBEDDED, *TEXTS} or any(map(acts, pages))


def _shown(data: dict[str, str], pages: list[str]) -> dict[str, str]:
    """An output in those of its formats that may be shown, or a word that there was one."""
    shown = {m: data[m] for m in PICTURES if m in data and is_image(_address(m, data[m]))}
    page = next(filter(says_something, pages), "")
    if page:
        shown["text/html"] = framed(page)
    if "text/plain" in data:
        shown["text/plain"] = _calm(data["text/plain"])
    return shown or {"text/plain": f"[not shown here: {', '.join(sorted(data))}]"}


def _pages(data: dict[str, str]) -> Iterator[str]:
    """The HTML that could show an output, what nbconvert likes best first."""
    if "text/html" in data:
        yield data["text/html"]
    if "text/markdown" in data:
        yield page_of(data["text/markdown"])
    if "image/svg+xml" in data and not any(mime in data for mime in PICTURES):
        drawing = data["image/svg+xml"].strip().encode(errors="replace")
        yield _image("image/svg+xml", base64.b64encode(drawing).decode())
    if "text/latex" in data:
        yield html.escape(data["text/latex"])
    for mime in EMBEDDED:
        if mime in data:
            yield _image(mime, data[mime])


def _image(mime: str, data: str) -> str:
    return f'<img src="{html.escape(_address(mime, data))}" alt="A figure drawn by this cell.">'


def _address(mime: str, data: str) -> str:
    return f"data:{mime};base64,{''.join(data.split())}"


def _calm(text: str) -> str:
    return text if text.count("\x1b") <= MAX_ESCAPES else strip_ansi(text)
