"""What of a page would act on whoever opens it."""

import pytest

from graders.doctor.page import MARK, harmful_parts


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<script>attackmark()</script>", ["<script> …"]),
        ("<script src='//x/attackmark'></script>", ["<script>", "<script src=…>"]),
        ("<img src=x onerror='attackmark()'>", ["<img onerror=…>"]),
        ("<img src='http://x/attackmark'>", ["<img src=…>"]),
        ("<p style='background: url(//x/attackmark)'>", ["<p style=…>"]),
        ("<style>p { background: url(//x/attackmark) }</style>", ["<style> …"]),
        ("<iframe srcdoc='attackmark'></iframe>", ["<iframe>"]),
        ("<SVG><A XLINK:HREF='javascript:attackmark()'>x</A></SVG>", ["<a xlink:href=…>"]),
        ("<form action='//x/attackmark'></form>", ["<form>", "<form action=…>"]),
    ],
)
def test_what_acts_is_found(page, found):
    assert harmful_parts(page) == found


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{MARK}</p>",
        f"&lt;script&gt;{MARK}()&lt;/script&gt;",
        f"<a href='https://example.org/{MARK}'>a link is followed by nobody but a person</a>",
        f"<script>print(1)</script> {MARK}",
        "<script>the page's own</script><img src='own.png' onload='own()'>",
        f"<img alt='{MARK}' src='own.png'>",
    ],
)
def test_what_does_not_act_is_not_found(page):
    assert harmful_parts(page) == []
