"""Hands in a notebook with numbers of five thousand digits."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.answer_all()
    desk.save()
    text = desk.file.read_text().replace(
        '"execution_count": null', f'"execution_count": {"9" * 5000}'
    )
    desk.file.write_text(text.replace('"nbformat": 4', f'"nbformat": 4{"0" * 5000}'))
