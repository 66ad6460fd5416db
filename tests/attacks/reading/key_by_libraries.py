"""Names the course key to parts of the standard library that read configurations, mail and more."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "__import__('configparser').ConfigParser(allow_no_value=True).read_file(open(key))",
            "__import__('netrc').netrc(key)",
            "__import__('mailbox').mbox(key, create=False).keys()",
            "__import__('mimetypes').read_mime_types(key)",
            "__import__('zipfile').ZipFile(key).namelist()",
            "__import__('tarfile').open(key).getnames()",
            "__import__('shelve').open(key, 'r')",
            "__import__('filecmp').cmp(key, key, shallow=False) or open(key).read()",
            "__import__('urllib.request').request.urlopen('file://' + key).read()",
            "__import__('logging.config').config.fileConfig(key)",
            "__import__('xml.sax').sax.parse(key, None)",
            "__import__('ssl').create_default_context(cafile=key)",
            "__import__('dbm').whichdb(key)",
            key=stage.root / "course/key",
        )
    )
    desk.save()
