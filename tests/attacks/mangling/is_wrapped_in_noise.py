"""Has a byte order mark, line ends of Windows, and half a web page behind it."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.save()
    text = desk.file.read_text("utf-8").replace("\n", "\r\n")
    desk.file.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\r\n</pre></body>")
