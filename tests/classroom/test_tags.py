"""What HTML consists of, and HTML that is made to be looked through for ever."""

import time

import pytest

from graders.classroom.tags import is_too_much, parts

TABLE = "<table>" + "<tr><td>1<br></td><td><b>2</b></td></tr>" * 2_000 + "</table>"


def test_texts_beside_each_other_are_one():
    assert parts("a<1 &amp; <b>2</b>&lt;3") == [
        ("", "a<1 & "),
        ("b",),
        ("", "2"),
        ("/b",),
        ("", "<3"),
    ]


@pytest.mark.parametrize(
    "begins", ["<a ", "<a b='", "<a/", "<a b=", "<!--", "<![CDATA[", "<?", "a<1"]
)
def test_tags_without_end_take_no_longer_than_others(begins):
    began = time.process_time()

    found = parts("<b>" + begins * 50_000)

    assert found[0] == ("b",)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("end", ["<a title='", "<a b"])
def test_a_tag_without_end_is_kept_as_it_is(end):
    assert parts(f"<i>x</i>{end}") == [("i",), ("", "x"), ("/i",), ("!", end)]


@pytest.mark.parametrize("page", [TABLE, "<p>one<p>two" * 500, "<font color=red>x</font>" * 100])
def test_what_people_write_is_not_too_much(page):
    assert not is_too_much(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "".join(f"<b title={n}>" for n in range(500)) + "<p>x" * 500,
        "<p>" + "".join(f"<FONT/color={n}>" for n in range(500)) + "<p>x" * 500,
        "<div>" * 2_001,
        "<div>" * 1_001 + "</div>" * 1_001,
        "<div></em>" * 1_001,
        "<div/>" * 2_001,
        TABLE * 7,
    ],
)
def test_what_opens_the_same_again_and_again_is_too_much(page):
    assert is_too_much(page)
