"""Asks the gradebook for its students, by SQL, by nbgrader and by reading its bytes."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the gradebook"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "sqlite3.connect(book).execute('SELECT id FROM student').fetchall()",
            "sqlite3.connect(f'file:{book}?mode=ro&immutable=1', uri=True).execute(sql).fetchall()",
            "sqlite3.connect(':memory:').execute('ATTACH ? AS b', [book]).fetchall()",
            "[s.id for s in importlib.import_module('nbgrader.api').Gradebook(url).students]",
            "__import__('re').findall(b'stage[0-9a-f]+', open(book, 'rb').read())",
            "sqlite3.connect(':memory:').enable_load_extension(True)",
            "[open(p, 'rb').read() for p in glob.glob(book + '*')]",
            book=stage.root / "course/gradebook.db",
            url=f"sqlite:///{stage.root / 'course/gradebook.db'}",
            sql="SELECT id FROM student",
        )
    )
    desk.save()
