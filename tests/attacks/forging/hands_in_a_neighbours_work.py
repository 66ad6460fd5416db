"""Hands in a link to a classmate's notebook, which only the grading process may read."""

PROMISE = 1
CLASS = "Kratzke: redirection"
WRONG = ("step_jacobian", "gradient_regime", "cross_entropy_loss")


def work(desk, stage):
    desk.file.unlink()
    desk.file.symlink_to(stage.root / "course/submitted/honest" / desk.folder.name / desk.file.name)
