"""Takes a lease on a package, so that whoever would write to it has to wait."""

PROMISE = 8
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import fcntl, numpy, os
handle = os.open(numpy.__file__, os.O_RDONLY)
fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
print({stage.boast})
"""
    )
    desk.save()
