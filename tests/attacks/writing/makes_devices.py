"""Makes device nodes, which root can, in its own folder."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os, stat
os.mknod("null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
print({stage.boast})
"""
    )
    desk.save()
