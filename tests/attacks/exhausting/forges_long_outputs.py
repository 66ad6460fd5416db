"""Answers with outputs that are longer than the sandbox's own shell would let them be."""

from graders.doctor.cells import SAY

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        SAY
        + """
text = {"dict": {"output_type": "stream", "name": "stdout", "text": "x" * (7 << 20)}}
say({"count": 1, "raised": False, "outputs": [text]})
time.sleep(9)
"""
    )
    desk.save()
