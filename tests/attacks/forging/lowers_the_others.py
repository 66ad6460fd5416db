"""Takes every point from all other students in the gradebook."""

PROMISE = 1
CLASS = "TRACE: execution environment hacks"


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import sqlite3

book = sqlite3.connect({str(stage.root / "course/gradebook.db")!r})
book.execute("UPDATE grade SET auto_score = 0, extra_credit = 0")
book.commit()
"""
    )
    desk.save()
