"""Opens the course key, from which all random draws follow, with everything that opens files."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "open(key).read()",
            "io.FileIO(key).read()",
            "os.read(os.open(key, os.O_RDONLY), 100)",
            "os.read(os.open(key, os.O_RDWR), 100)",
            "pathlib.Path(key).read_text()",
            "mmap.mmap(os.open(key, os.O_RDONLY), 0, prot=mmap.PROT_READ)[:]",
            "shutil.copy(key, 'copy') and open('copy').read()",
            "tokenize.open(key).read()",
            "list(__import__('fileinput').input(key))",
            "__import__('codecs').open(key).read()",
            key=stage.root / "course/key",
        )
    )
    desk.save()
