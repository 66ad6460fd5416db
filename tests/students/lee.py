"""Lee's file is no notebook: the upload broke off."""

LOST = "everything"
NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    desk.save()
    desk.file.write_text(desk.file.read_text()[:5000])
