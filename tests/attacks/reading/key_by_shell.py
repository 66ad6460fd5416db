"""Has a shell, a magic and a program print the course key."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    key = stage.root / "course/key"
    for magic in ("!cat", "%cat", "%run", "%load", "%pycat", "%sx cat", "%%bash\ncat", "%%sh\ncat"):
        desk.add_cell(f"{magic} {key}")
    desk.add_cell(
        trying(
            "os.system('cat ' + key)",
            "os.popen('cat ' + key).read()",
            "subprocess.check_output(['cat', key])",
            "get_ipython().system('cat ' + key)",
            "get_ipython().getoutput('cat ' + key)",
            "get_ipython().run_line_magic('cat', key)",
            "__import__('pty').spawn(['cat', key])",
            "os.posix_spawn('/bin/cat', ['cat', key], {})",
            "os.fork() or print(open(key).read(), flush=True) or os._exit(0)",
            "__import__('multiprocessing').Pool(1).map(eval, ['open(%r).read()' % key])",
            key=key,
        )
    )
    desk.save()
