"""Reads the command lines of other processes."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "a command line"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "open(f'/proc/{pid}/cmdline').read()",
            "open(f'/proc/{pid}/task/{pid}/cmdline').read()",
            "[open(p).read() for p in glob.glob('/proc/[0-9]*/cmdline')]",
            "os.listdir('/proc')",
            "__import__('psutil').Process(pid).cmdline()",
            "[p.cmdline() for p in __import__('psutil').process_iter()]",
            "subprocess.check_output(['ps', 'auxww'])",
            "os.readlink(f'/proc/{pid}/exe')",
            "open(f'/proc/{pid}/stat').read()",
            "open('/proc/self/cmdline').read(), sys.orig_argv",
            pid=stage.bystander.pid,
        )
    )
    desk.save()
