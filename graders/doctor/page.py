"""What of a page would act on whoever opens it, found without opening it."""

import re
from html.parser import HTMLParser

MARK = "attackmark"
"""The word by which attacks sign what they put into a page."""
ACTING = {"script", "style", "iframe", "frame", "object", "embed", "form", "base", "meta", "link"}
FORMULA = re.compile(r"\\(href|style)\s*\{[^}]*" + MARK)
"""What MathJax makes a link or a style of."""
FETCHING = {"src", "srcset", "href", "xlink:href", "action", "formaction", "poster", "style"}


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        signed = {name: value for name, value in attrs if value and MARK in value}
        if tag in ACTING and signed:
            self.found.append(f"<{tag}>")
        acting = [name for name in signed if name.startswith("on") or name in FETCHING]
        self.found += [f"<{tag} {name}=…>" for name in acting if tag != "a" or name != "href"]
        self._inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside and MARK in data:
            self.found.append(f"<{self._inside}> …")
        self.found += [f"\\{match[1]}{{…}}" for match in FORMULA.finditer(data)]


def harmful_parts(page: str) -> list[str]:
    """The elements and attributes of a page that carry an attack's mark and would act."""
    finder = _Finder()
    finder.feed(page)
    return finder.found
