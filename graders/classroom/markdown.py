"""Markdown as the pages of nbconvert, and so of nbgrader, show it; HTML that may stand for it."""

import html
import re

from nbconvert.filters import strip_files_prefix
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from graders.classroom.markup import CONTAINED, clean, inert, parts

MAX_MARKDOWN = 50_000
"""Characters of one text that is read as Markdown."""
MAX_STEPS = 5_000_000
"""Characters times openings of formulas: after each opening nbconvert reads on to the end."""
OPENINGS = re.compile(r"\\\\[\[(]|\\begin")
BLANK_LINE = re.compile(r"\n(?=[^\S\n]*\n)")
FRAME = f'<div style="{CONTAINED}">'


def page_of(markdown: str, attachments: dict[str, dict[str, str]] | None = None) -> str:
    """The HTML that nbconvert, and so nbgrader, makes of Markdown, but for anchors at headings.

    It is "" where nbconvert fails, or where it could take long.
    """
    if len(markdown) > MAX_MARKDOWN or len(markdown) * len(OPENINGS.findall(markdown)) > MAX_STEPS:
        return ""
    try:
        return _rendered(markdown, attachments or {})
    except Exception:
        return ""


def framed(page: str) -> str:
    """Clean HTML in one frame: a block, which nbconvert passes on if it is found in Markdown."""
    inside = page.strip().removeprefix(FRAME).removesuffix("</div>")
    is_framed = page.startswith(FRAME) and clean(inside) == inside
    # A blank line would end the block.
    inside = (inside if is_framed else page).replace("\r", "&#13;")
    return f"{FRAME}{re.sub(BLANK_LINE, '&#10;', inside)}</div>"


def is_passed_on(block: str) -> bool:
    """Whether nbconvert finds no Markdown in a block of HTML."""
    return parts(_rendered(block, {}).rstrip("\n")) == parts(block)


def verbatim(text: str) -> str:
    """HTML that shows a text letter by letter."""
    return framed(f"<pre>{inert(html.escape(text, quote=False))}</pre>")


def _rendered(markdown: str, attachments: dict[str, dict[str, str]]) -> str:
    renderer = IPythonRenderer(
        escape=False,
        exclude_anchor_links=True,
        attachments=_Attachments({name: one for name, one in attachments.items() if one}),
    )
    return strip_files_prefix(MarkdownWithMath(renderer=renderer).render(markdown))


class _Attachments(dict):
    """The images of a cell; one that is missing is empty, where nbconvert would give up."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> dict[str, str]:
        return {"image/png": ""}
