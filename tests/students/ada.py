"""Ada answers everything, and everything right."""

LOST = {}


def work(desk):
    desk.answer_all()
    desk.save()
