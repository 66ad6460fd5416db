"""Has Python's loaders, caches and readers of source code read the reference."""

from graders.doctor.cells import trying
from graders.grader import GRADERS

PROMISE = 2
CLASS = "Kratzke: redirection"
SECRET = "the reference"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        trying(
            "importlib.machinery.SourceFileLoader('r', path).get_data(path)",
            "importlib.machinery.SourceFileLoader('r', path).load_module().__doc__",
            "pkgutil.get_data('numpy', '../' * 30 + path)",
            "type(np.__spec__.loader).get_data(np.__spec__.loader, path)",
            "''.join(linecache.getlines(path))",
            "__import__('pyclbr').readmodule('rnn_gradients', [os.path.dirname(path)])",
            "__import__('py_compile').compile(path, 'compiled', doraise=True)",
            "glob.glob(os.path.dirname(path) + '/__pycache__/*')",
            "__import__('doctest').testfile(path, module_relative=False)",
            "__import__('pydoc').importfile(path)",
            "__import__('cProfile').run(open(path).read())",
            "get_ipython().safe_execfile(path, {}, raise_exceptions=True)",
            path=GRADERS.parent / "reference/rnn_gradients.py",
        )
    )
    desk.save()
