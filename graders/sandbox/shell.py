"""A notebook's cells without a kernel: an IPython shell that keeps its outputs as nbformat."""

import builtins
import sys
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Int, List

CUT_OFF = "\n[… the rest of this cell's output was cut off]\n"


class Outputs:
    """The outputs of the cell that is running, in nbformat's words and within a size."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.begin()

    def begin(self) -> None:
        """Forget the last cell's outputs."""
        self.items: list[dict[str, Any]] = []
        self.left_bytes = self.max_bytes
        self.clear_before_next = False

    def add(self, item: dict[str, Any], size: int) -> None:
        """Keep one output of `size` bytes, unless the cell has used up its room."""
        if self.left_bytes <= 0:
            return
        if self.clear_before_next:
            self.begin()
        self.left_bytes -= size
        self.items.append(item)

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


class Stream:
    """A stand-in for sys.stdout or sys.stderr that writes into the cell's outputs."""

    encoding, errors, closed = "utf-8", "replace", False

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name, self.outputs = f"<{name}>", outputs
        self._stream = name

    def write(self, text: str) -> int:
        """Write `text`; the answer is its length, as of any text stream."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.outputs.write(self._stream, text)
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write all `lines`."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """A notebook is no terminal."""
        return False

    def writable(self) -> bool:
        """Yes: that is what it is for."""
        return True

    readable = seekable = isatty


class Display(DisplayPublisher):
    """Keeps what `display(…)` and matplotlib publish."""

    def publish(self, data: dict, metadata: dict | None = None, *, update=False, **_: Any) -> None:
        """Keep one display; an update replaces nothing, for no cell of a homework needs it."""
        item = {"output_type": "display_data", "data": dict(data), "metadata": metadata or {}}
        self.shell.outputs.add(item, sum(len(str(value)) for value in data.values()))

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
        self.shell.outputs.add(item, sum(len(str(value)) for value in format_dict.values()))

    def write_output_prompt(self) -> None:
        """A notebook has no prompt."""

    def finish_displayhook(self) -> None:
        """No line ending is owed to a terminal."""


class NotebookShell(InteractiveShell):
    """An IPython shell whose outputs are a notebook's."""

    displayhook_class = Result
    display_pub_class = Display
    max_output_bytes = Int()
    outputs_classes = List()

    def __init__(self, **traits: Any) -> None:
        self.outputs = Outputs(traits["max_output_bytes"])
        super().__init__(**traits)
        builtins.input = _no_input

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

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no window to draw in."""

    def init_history(self) -> None:
        """Keep no history file: nothing is to be left behind."""
        self.config.HistoryManager.enabled = False
        super().init_history()


def words_of(error: BaseException) -> str:
    """What an exception says of itself, or "" if it cannot even do that."""
    try:
        return str(error)
    except Exception:
        # A student's own __str__ may raise anything, and what it raises may do the same.
        return ""


def _no_input(prompt: str = "") -> str:
    raise StdinNotImplementedError("input() cannot be used in a notebook that is graded")
