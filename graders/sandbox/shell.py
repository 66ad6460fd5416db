"""A notebook's cells without a kernel: an IPython shell that keeps its outputs as nbformat."""

import builtins
import getpass
import io
import sys
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.page import as_hook
from IPython.utils.text import LSString, SList
from traitlets import Int

OVERHEAD_BYTES = 100
"""What an output costs beside its text, so that empty ones are not free."""
CUT_OFF = "\n[… the rest of this cell's output was cut off]\n"


class Outputs:
    """The outputs of the cell that is running, in nbformat's words and within a size."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.begin()

    def begin(self) -> None:
        """Forget the last cell's outputs."""
        self.items: list[dict[str, Any]] = []
        self.named: dict[str, list[dict[str, Any]]] = {}
        self.left_bytes = self.max_bytes
        self.clear_before_next = False

    def add(self, item: dict[str, Any], size: int) -> None:
        """Keep one output of `size` bytes, unless the cell has used up its room."""
        if self.left_bytes <= 0:
            return
        if self.clear_before_next:
            self.begin()
        self.left_bytes -= size + OVERHEAD_BYTES
        self.items.append(item)

    def show(self, item: dict[str, Any], name: str | None, *, update: bool) -> None:
        """Keep a display; what this cell has shown by the same name becomes the same.

        Other cells' outputs have been handed over: what would update them is shown here, once.
        """
        same, size = self.named.get(name, []) if name else [], _size(item)
        for other in same if self.left_bytes > 0 else []:
            self.left_bytes += _size(other) - size
            other.update(item)
        if not (update and same):
            self.add(item, size)
            self.named.setdefault(name, []).append(item)

    def write(self, name: str, text: str) -> None:
        """Append `text` to the stream `name`, joining what is written in one go."""
        if len(text) > self.left_bytes > 0:
            text = text[: self.left_bytes] + CUT_OFF
        last = self.items[-1] if self.items and not self.clear_before_next else {}
        if self.left_bytes > 0 and last.get("output_type") == "stream" and last["name"] == name:
            last["text"].append(text)
            self.left_bytes -= len(text)
        elif text:
            self.add({"output_type": "stream", "name": name, "text": [text]}, len(text))

    def taken(self) -> list[dict[str, Any]]:
        """The outputs of the cell, complete."""
        for item in self.items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        return self.items


class Stream(io.TextIOBase):
    """A stand-in for sys.stdout or sys.stderr that writes into the cell's outputs."""

    encoding, errors = "UTF-8", "replace"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name, self._outputs = name, outputs

    def write(self, text: str) -> int:
        """Write `text`; the answer is its length, as of any text stream."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.write(self.name, text)
        return len(text)

    def writable(self) -> bool:
        """Yes: that is what it is for."""
        return True


class Display(DisplayPublisher):
    """Keeps what `display(…)` and matplotlib publish."""

    def publish(
        self,
        data: dict,
        metadata: dict | None = None,
        *,
        transient: dict | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Keep one display, or put it in the place of the one that it updates."""
        item = {"output_type": "display_data", "data": dict(data), "metadata": metadata or {}}
        self.shell.outputs.show(item, (transient or {}).get("display_id"), update=update)

    def clear_output(self, wait: bool = False) -> None:
        """Forget the cell's outputs, now or before the next one."""
        if wait:
            self.shell.outputs.clear_before_next = True
        else:
            self.shell.outputs.begin()


class Result(DisplayHook):
    """Keeps the value of a cell's last expression."""

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        """Keep the result in each of its formats."""
        item = {
            "output_type": "execute_result",
            "execution_count": self.prompt_count,
            "data": dict(format_dict),
            "metadata": md_dict or {},
        }
        self.shell.outputs.add(item, _size(item))

    def write_output_prompt(self) -> None:
        """A notebook has no prompt."""

    def finish_displayhook(self) -> None:
        """No line ending is owed to a terminal."""


class NotebookShell(InteractiveShell):
    """An IPython shell whose outputs are a notebook's."""

    displayhook_class = Result
    display_pub_class = Display
    max_output_bytes = Int()

    def __init__(self, **traits: Any) -> None:
        self.outputs = Outputs(traits["max_output_bytes"])
        super().__init__(**traits)
        builtins.input = getpass.getpass = _no_input
        self.db = {}  # what %cd would keep in a file
        self.set_hook("show_in_pager", as_hook(lambda *_, **__: None))
        # %autoreload reads every module that has a file, and ours cannot be read any more.
        for name in [name for name in sys.modules if name.split(".")[0] == "graders"]:
            sys.modules[name].__file__ = None

    def run(self, source: str) -> dict[str, Any]:
        """Run one cell: its execution count, its outputs, and whether it raised."""
        self.outputs.begin()
        sys.stdout, sys.stderr = Stream("stdout", self.outputs), Stream("stderr", self.outputs)
        result = self.run_cell(source, store_history=True)
        count = self.execution_count - 1
        return {"count": count, "outputs": self.outputs.taken(), "raised": not result.success}

    def _showtraceback(self, etype: type, evalue: Any, stb: list[str]) -> None:
        lines = stb if isinstance(stb, list) else [str(stb)]
        item = {
            "output_type": "error",
            "ename": etype.__name__,
            "evalue": words_of(evalue),
            "traceback": lines,
        }
        self.outputs.add(item, sum(map(len, lines)))

    def ask_exit(self) -> None:
        """A notebook goes on after `exit`, for what comes below it is to be graded."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str | None, str]:
        """Show figures as images, whatever the magic asked for: no widget is to be drawn here."""
        return super().enable_matplotlib("inline" if gui else None)

    def system(self, cmd: str) -> None:
        """Start no program, and say so: the cell's own code still runs."""
        self.outputs.write("stdout", f"[not run, for programs are not started here: {cmd}]\n")

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Start no program, and say so; its output is empty."""
        self.system(cmd)
        return SList([]) if split else LSString("")

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no window to draw in."""

    def init_history(self) -> None:
        """Keep no history file: nothing is to be left behind."""
        self.config.HistoryManager.enabled = False
        super().init_history()


def _size(item: dict[str, Any]) -> int:
    return sum(len(str(value)) for value in item["data"].values())


def words_of(error: BaseException) -> str:
    """What an exception says of itself, or "" if it cannot even do that."""
    try:
        return str(error)
    except Exception:
        # A student's own __str__ may raise anything, and what it raises may do the same.
        return ""


def _no_input(prompt: str = "", stream: Any = None) -> str:
    raise StdinNotImplementedError("input() cannot be used in a notebook that is graded")
