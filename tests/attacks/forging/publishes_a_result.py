"""Sends a result of its own to the grader over the kernel's channel for outputs."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "Kratzke: injection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=WRONG_JACOBIAN
        + """
def publish(*ignored):
    kernel = get_ipython().kernel
    content = {"data": {"text/plain": "10.0"}, "metadata": {}, "execution_count": 1}
    parent = kernel.get_parent("shell")
    kernel.session.send(kernel.iopub_socket, "execute_result", content, parent)

get_ipython().events.register("pre_run_cell", publish)
"""
    )
    desk.save()
