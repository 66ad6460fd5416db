"""Makes the course key readable for everybody, by the old call and by the newest."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, os
key = {str(stage.root / "course/key")!r}
ctypes.CDLL(None).syscall(452, -100, key.encode(), 0o777, 0)  # fchmodat2
os.chmod(key, 0o666)
"""
    )
    desk.save()
