"""A fair copy is what BeautifulSoup makes of a page, as a whole, to the letter."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graders.classroom.fair_copy import NO_DESCRIPTION, NotPlainError, fair_copy, in_pieces

TEXTS = [
    *(
        "",
        " ",
        "  ",
        "\n",
        " \t\n",
        "\r\n",
        "\f",
        "\v",
        "x",
        "a b",
        "a > b",
        "é\u00a0",
        "\x00",
        "\ufeff",
    ),
    *("&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;", "&#10;", "&#13;", "&#0;"),
    *("&#128;", "&#55555;", "&#x110000;", "&bogus;"),
]
ALONE = [
    *("<br>", "<br />", "<hr size=3>", "<span/>", "<!-- c -->", "<!DOCTYPE html>"),
    *('<img src="a&amp;b">', "<img alt='' src='&lt;'>", '<img src="d" alt="a b"/>'),
    *("<script>if (a && b) 'x'</script>", "<script> </script>", "<style>a>b{}</style>"),
    *("<title>t</title>", "<title>&amp;</title>", "<meta charset='latin-1'>", "<input checked>"),
]
AROUND = [
    *("p", "pre", "div class=' a  b '", 'div class="" id=x', "span title=\"a'b\" class='k'"),
    *('a href="?a=1&b=2&copy=3" rel="x  y"', "h1", "p\nb=2", "p hidden", "p a=1 a=2", "rt"),
    *("p class='\n'", 'p a="&#10;"', "td headers='a  b'", "table width=600"),
]
NOT_PLAIN = [
    *("<p>a", "a</p>", "<p><b></p></b>", "<br></br>", "<P>a</P>", "<p>a</p >", "a < b", "a & b"),
    *(
        "<pre><!-- c --></pre>",
        "<textarea><b></textarea>",
        "<!-- <p> -->",
        "<!-- ",
        "<![CDATA[x]]>",
    ),
    *(
        "<script>a < b</script>",
        "<script></style>",
        "<p a = 'x'>b</p>",
        "<p a='>'>b</p>",
        "<p",
        "</p",
    ),
    *("<x-y>a</x-y>", "&copy", "<?pi?>", "<!---->", "<svg><linearGradient/></svg>", "<script/>"),
    *(
        '<div class="jp-Notebook"><div class="jp-Cell-inputWrapper"></div></div>',
        "<p/ >a</p>",
        "<p><p a=b/>c</p>",
    ),
]
TREES = st.recursive(
    st.sampled_from([*TEXTS, *ALONE]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(AROUND),
        st.lists(inner, max_size=5),
    ),
)


def by_nbconvert(page):
    """The last step of nbconvert's HTMLExporter."""
    soup = BeautifulSoup(page, features="html.parser")
    for image in soup.select("img:not([alt])"):
        image.attrs["alt"] = NO_DESCRIPTION
    for part in ("Cell-inputWrapper", "OutputArea-output"):
        for element in soup.select(f".jp-Notebook div.jp-{part}"):
            element.attrs["tabindex"] = "0"
    return str(soup)


@settings(max_examples=500, deadline=None)
@given(st.lists(TREES, max_size=5).map("".join))
def test_a_page_whose_elements_are_closed_is_copied_in_pieces(page):
    assume("<pre>" not in page or not re.search("<(?:!|script|style|title)", page))

    assert "".join(in_pieces(page)) == by_nbconvert(page)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.one_of(TREES, st.sampled_from(NOT_PLAIN)), max_size=5).map("".join))
def test_any_page_is_copied_as_nbconvert_does(page):
    assert fair_copy(page) == by_nbconvert(page)


@pytest.mark.parametrize("page", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_the_soup(page):
    assert fair_copy(page) == by_nbconvert(page)
    if "jp-Notebook" not in page:
        with pytest.raises(NotPlainError):
            in_pieces(page)


def test_a_picture_without_words_is_given_some():
    assert f'alt="{NO_DESCRIPTION}"' in fair_copy('<p><img src="x"></p>')


def test_a_tag_of_any_length_is_copied():
    page = f'<p><img src="data:image/png;base64,{"A" * 100_000}" width=600\nheight=400></p>'

    assert fair_copy(page) == by_nbconvert(page)
