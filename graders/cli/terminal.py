"""What commands print on, and how they show that they are not done yet."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)


def new_console() -> Console:
    """Standard output: as wide as the terminal, or wide enough where there is none."""
    return Console() if sys.stdout.isatty() else Console(width=120)


@contextmanager
def progress(console: Console, task: str) -> Iterator[Callable[[float], None]]:
    """A bar for a task; what is given hears the share of it that is done."""
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    with Progress(*columns, TimeRemainingColumn(), console=console) as bar:
        bar.add_task(task, total=1.0)
        yield lambda done: bar.update(TaskID(0), completed=done)
