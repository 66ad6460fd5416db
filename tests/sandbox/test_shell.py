"""A notebook's outputs here are those of a student's Jupyter: nbclient with ipykernel is asked.

What may differ is made equal first: addresses, colours, file names, the lines around the one that
raised, the bytes of an image, and the metadata of displays, which `outputs` writes anew. Standard
output and standard error come to Jupyter on two ways, in pieces, so text is compared per stream
between other outputs.
"""

import base64
import itertools
import re
import struct

import nbformat
import pytest
from nbclient import NotebookClient

from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

PATIENT = Limits(cell_seconds=60.0)
"""No end of recursion takes seconds, and more on a busy machine."""
CELLS = {
    "prints": "print('one')\nprint('two', end='')\nprint()\nprint('‖W‖₂ · Zoë')",
    "stdout and stderr": "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')",
    "what write returns": "sys.stdout.write('abc\\n')",
    "writelines": "sys.stdout.writelines(['a\\n', 'b\\n'])",
    "a stream's nature": "sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.name",
    "a stream redirected": (
        "import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()) as s:\n    print('no')\ns.getvalue()"
    ),
    "progress by carriage return": "for k in range(3): print(f'\\r{k}/3', end='', flush=True)",
    "colours of one's own": "print('\\x1b[31mred\\x1b[0m', 'ab\\bc')",
    "print from a thread": (
        "import threading\nt = threading.Thread(target=lambda: print('there'))\nt.start(); t.join()"
    ),
    "a value": "1 + 1",
    "a value in several lines": "(1 +\n 2 +\n 3)",
    "two values": "1\n2",
    "a value after print": "print('first')\n'second'",
    "a semicolon": "3 + 4;",
    "a semicolon and a comment": "3 + 4; # quiet",
    "None": "None",
    "an assignment": "x = 5",
    "a comment": "# nothing",
    "a walrus": "(y := 6)",
    "a lambda": "lambda: 0",
    "an object": "object()",
    "an array": "import numpy as np\nnp.eye(2)",
    "a large array": "np.arange(3000).reshape(30, 100)",
    "print options": "np.set_printoptions(precision=2)\nnp.array([1 / 3])",
    "NumPy's scalars": "print(np.float64(0.5), [np.float64(0.5)])\nnp.float64(0.5)",
    "a long list": "[list(range(10)) for _ in range(20)]",
    "a dict and a set": "{'b': 1, 'a': [1, 2]}, {3, 1, 2}",
    "subclasses": (
        "class P(list):\n    def __str__(self): return 'P'\n"
        "class S(str): pass\nprint(P([1]), P, S('x'))\nP([1]), S('x')"
    ),
    "a table": (
        "class Table:\n    def __repr__(self): return 'Table()'\n"
        "    def _repr_html_(self): return '<table><td>1</td></table>'\nTable()"
    ),
    "maths": (
        "class L:\n    def _repr_latex_(self): return r'$x$'\n"
        "    def _repr_markdown_(self): return '*x*'\nL()"
    ),
    "a bundle": (
        "class M:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
        "        return {'text/plain': 'm', 'text/html': '<p>m</p>'}\nM()"
    ),
    "a representation that raises": (
        "class B:\n    def __repr__(self): return 'B'\n"
        "    def _repr_html_(self): raise ValueError('no html')\nB()"
    ),
    "display": "display(Table(), 'text', 3)\nprint('x')\ndisplay()",
    "display of many kinds": (
        "from IPython.display import *\n"
        "display(Markdown('**x**'), Math('x'), Latex('$x$'), HTML('<i>x</i>'), SVG('<svg></svg>'))"
    ),
    "display of raw data": "display({'text/plain': 'p', 'text/html': '<p>'}, raw=True)",
    "a formula as a value": "Math('x^2')",
    "an image": "Image(data=b'\\x89PNG\\r\\n\\x1a\\n' + bytes(20))",
    "cell magics": "%%html\n<b>x</b>",
    "the inline magic": "import matplotlib.pyplot as plt\n%matplotlib inline",
    "a figure": "plt.plot([1, 2, 3])",
    "a figure and a semicolon": "plt.plot([1, 2, 3]);",
    "a figure shown": "plt.plot([1, 2, 3])\nplt.show()\nprint('after')",
    "several figures": (
        "for k in range(3):\n    plt.figure(figsize=(2, 1 + k))\n    plt.plot([k])\nprint('made')"
    ),
    "several figures shown": (
        "for k in range(2):\n    plt.figure()\n    plt.plot([k])\n    print(k)\n    plt.show()"
    ),
    "a figure as a value": "fig, ax = plt.subplots()\nfig",
    "a figure closed": "fig, ax = plt.subplots()\nplt.close(fig)",
    "a figure that shows itself": "fig, ax = plt.subplots()\nfig.show()",
    "a figure before an error": "plt.plot([1])\n1 / 0",
    "figures as SVG": "%config InlineBackend.figure_format = 'svg'\nplt.plot([1])",
    "figures as PNG": "%config InlineBackend.figure_format = 'png'\nplt.rcParams['figure.dpi']",
    "an error": "print('before')\nraise ValueError('of mine')",
    "an assertion": "assert 1 == 2, 'not equal'",
    "an error in a function": "def f(): g()\ndef g(): raise KeyError('k')\nf()",
    "an error from an error": (
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise RuntimeError('two') from e"
    ),
    "an error of one's own": (
        "class Mine(Exception):\n    def __str__(self): return 'mine!'\nraise Mine()"
    ),
    "several errors": "raise ExceptionGroup('many', [ValueError(1), TypeError(2)])",
    "no such name": "undefined_name",
    "no such module": "import no_such_module",
    "no end of recursion": "def r(): return r()\nr()",
    "an interrupt": "raise KeyboardInterrupt",
    "a syntax error": "def f(x)\n    return x",
    "an indentation error": "def f(x):\nreturn x",
    "a printed traceback": (
        "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()"
    ),
    "warnings": "import warnings\nfor _ in range(2): warnings.warn('careful')",
    "a deprecation": "warnings.warn('old', DeprecationWarning)",
    "NumPy's warnings": "np.log(np.array([0.0]))",
    "logging": "import logging\nlogging.warning('logged')",
    "a magic that is none": "%no_such_magic",
    "precision": "%precision 3\n0.123456",
    "default precision": "%precision",
    "captured output": "%%capture out\nprint('hidden')",
    "what was captured": "out.stdout",
    "a file written": "%%writefile mine.py\nvalue = 3",
    "a module of one's own": "%load_ext autoreload\n%autoreload 2\nimport mine\nmine.value",
    "the last value": "41 + 1",
    "underscore": "_ + 1",
    "underscores": "_, __, ___",
    "In and Out": "In[2], _i, [Out[k] for k in sorted(Out)[:2]], len(In)",
    "every value": "%config InteractiveShell.ast_node_interactivity = 'all'",
    "every value shown": "1\n2",
    "the last value again": "%config InteractiveShell.ast_node_interactivity = 'last_expr'",
    "a display updated": "h = display('first', display_id=True)\nprint('mid')\nh.update('second')",
    "a display updated by name": (
        "display(1, display_id='one')\ndisplay(2, display_id='two')\n"
        "update_display(3, display_id='one')\ndisplay(4, display_id='two')"
    ),
    "a display updated after a clearing": (
        "print('a')\nclear_output(wait=True)\nh = display(1, display_id=True)\nh.update(2)"
    ),
    "output cleared": "print('a')\nclear_output()\nprint('b')",
    "output cleared later": "print('a')\nclear_output(wait=True)\nprint('b')",
    "output never cleared": "print('a')\nclear_output(wait=True)",
    "output of the next cell": "print('next')",
    "an animation": (
        "for k in range(2):\n    clear_output(wait=True)\n    plt.plot([k])\n    plt.show()"
    ),
    "await": "import asyncio\nasync def co():\n    return await asyncio.sleep(0, 5)\nawait co()",
    "async for": "async def two():\n    yield 1\n    yield 2\nasync for i in two():\n    print(i)",
    "tasks": "t = asyncio.create_task(co())\nawait asyncio.gather(t, co())",
    "pickles": "import pickle\nclass K: pass\ntype(pickle.loads(pickle.dumps(K()))).__name__",
    "source": "import inspect\nprint(inspect.getsource(co))",
    "who one is": "__name__, K.__module__",
    "help asked for": "len?",
    "another folder": "import os\nos.mkdir('data')\n%cd -q data",
    "the end": "sys.exit(1)",
}
WORDS_ONLY = ("an error from an error", "no end of recursion")
"""ipykernel 7 gives cells the names of files that are not there, which makes IPython 9 show worse
tracebacks: the line where a frame ended up instead of the one that raised, and every recursion."""


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory):
    """The cells as nbclient has run them, by name."""
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    notebook = nbformat.v4.new_notebook(cells=cells)
    place = {"metadata": {"path": tmp_path_factory.mktemp("jupyter")}}
    NotebookClient(notebook, allow_errors=True, kernel_name="python3", resources=place).execute()
    return dict(zip(CELLS, notebook.cells, strict=True))


@pytest.fixture(scope="module")
def ours(zygote):
    """The cells as the sandbox has run them, by name."""
    with Student(zygote, list(CELLS.values()), PATIENT) as student:
        return dict(zip(CELLS, student.run(), strict=True))


def plain(text):
    text = re.sub(r"\x1b\[[\d;]*m|0x[0-9a-f]{6,}", "", text)
    return re.sub(
        r"<ipython-input-[^>]*>|/tmp/ipykernel_\d+/\d+\.py|\d+\.py|[-\w/.…]+/(?=IPython/)", "", text
    )


def size_of(image):
    return struct.unpack(">II", base64.b64decode(image)[16:24])


def comparable(output, words_only):
    """An output without what may differ."""
    kind = output["output_type"]
    if kind == "error":
        trace = plain("\n".join(output["traceback"]))
        raised_at = (
            [] if words_only else re.findall(r"^Cell In.*|^-+> \d+ +.*", trace, re.MULTILINE)
        )
        raised_at = [re.sub(" +", " ", line) for line in raised_at]
        return kind, output["ename"], plain(output["evalue"]), raised_at
    data = {mime: plain(str(text)) for mime, text in output["data"].items()}
    if "image/png" in data:
        data["image/png"] = size_of(data["image/png"])
    if "image/svg+xml" in data:
        data["image/svg+xml"] = "<svg" in data["image/svg+xml"]
    return kind, output.get("execution_count"), data


def all_comparable(outputs, words_only):
    for is_text, group in itertools.groupby(outputs, lambda o: o["output_type"] == "stream"):
        items = list(group)
        if is_text:
            for name in ("stdout", "stderr"):
                yield name, plain("".join(o["text"] for o in items if o["name"] == name))
        else:
            yield from (comparable(output, words_only) for output in items)


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_puts_out_what_it_does_in_jupyter(jupyter, ours, name):
    theirs, mine = jupyter[name], ours[name]

    assert mine.count == theirs.execution_count
    words_only = name in WORDS_ONLY
    assert [*all_comparable(mine.outputs, words_only)] == [
        *all_comparable(theirs.outputs, words_only)
    ]
