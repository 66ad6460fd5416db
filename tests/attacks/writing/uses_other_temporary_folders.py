"""Leaves files in the folders for temporary files that everybody shares."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
for folder in ("/tmp", "/var/tmp", "/dev/shm", os.pardir):
    try:
        path = os.path.join(folder, "stage-attack")
        open(path, "w").close()
        os.remove(path)
        print({stage.boast})
    except OSError as error:
        print(error.strerror)
"""
    )
    desk.save()
