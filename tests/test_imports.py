"""Who may know of whom: the arrows between modules, read from their source and never run."""

import ast
import json
import sys
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("assignments/*/*.ipynb", "graders/**/*.py", "reference/**/*.py")
WORDS = [f"graders.{path.stem}" for path in ROOT.glob("graders/[!_]*.py") if path.stem != "cli"]
HIDDEN = [f"graders.{path.name}" for path in ROOT.glob("assignments/*")]
ANYBODY = ["numpy", *sys.stdlib_module_names]
ARROWS = [
    (["assignments"], "only", ["matplotlib", *ANYBODY]),
    (["reference"], "only", ["reference", *ANYBODY]),
    (HIDDEN, "only", ["reference", *WORDS, *ANYBODY]),
    (["graders"], "never", ["tests"]),
    (["graders.sandbox"], "never", ["graders.classroom", "reference", *HIDDEN]),
    (["graders.misconceptions", *WORDS], "never", ["graders.classroom", "reference"]),
    (["graders.classroom", "graders.cli"], "never", ["reference", *HIDDEN]),
]


def source_of(path):
    text = path.read_text(encoding="utf-8")
    cells = json.loads(text)["cells"] if path.suffix == ".ipynb" else []
    return "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code") or text


def imported(path):
    """The full names of what is imported, wherever in the source that is done."""
    for node in ast.walk(ast.parse(source_of(path))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not getattr(node, "level", 0), "an import with dots hides who is meant"
            package = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            yield from (package + alias.name for alias in node.names)


FILES = [path for folder in FOLDERS for path in ROOT.glob(folder)]
NAMES = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in FILES]
KNOWN = {n.removesuffix(".__init__"): [*imported(p)] for n, p in zip(NAMES, FILES, strict=True)}


def within(name, places):
    return any(f"{name}.".startswith(f"{place}.") for place in places)


def test_every_import_follows_the_arrows():
    found = [(name, other) for name in KNOWN for other in KNOWN[name]]
    for who, how, those in ARROWS:
        wrong = how == "never"
        assert [f for f in found if within(f[0], who) and within(f[1], those) is wrong] == []


def test_no_module_imports_itself_by_way_of_others():
    modules = {n: [k if k in KNOWN else k.rpartition(".")[0] for k in KNOWN[n]] for n in KNOWN}
    TopologicalSorter(modules).prepare()
