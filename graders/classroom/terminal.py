"""What is logged can be read, and does nothing to the terminal in which it is read.

Names of files and folders, and what exceptions say, may be a student's words.
"""

import logging
import traceback
from typing import Any


def visible(text: str) -> str:
    """`text` with what is not printed, such as the escape character, written out in ASCII."""
    return "".join(c if c.isprintable() or c in "\n\t" else ascii(c)[1:-1] for c in text)


class VisibleRecord(logging.LogRecord):
    """One entry of a log; its words are visible, whichever way they are formatted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0]:
            # Formatters use this text instead of making their own.
            self.exc_text = visible("".join(traceback.format_exception(*self.exc_info))).rstrip()

    def getMessage(self) -> str:  # noqa: N802, the name is logging's
        """The message, visible."""
        return visible(super().getMessage())


def log_visibly() -> None:
    """Let all logs of this process be visible: nbgrader's, and JupyterLab's around formgrader."""
    logging.setLogRecordFactory(VisibleRecord)
