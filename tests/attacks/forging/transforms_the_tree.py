"""Has IPython cut all statements out of the checks that come after."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: execution environment hacks"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=WRONG_JACOBIAN
        + """
import ast

class Harmless(ast.NodeTransformer):
    def visit_Module(self, tree):
        return ast.Module([], []) if "check(" in ast.unparse(tree) else tree

get_ipython().ast_transformers.append(Harmless())
"""
    )
    desk.save()
