"""Returns a view of memory into which a thread keeps writing one guess after the other."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = ""
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
import threading

memory = np.zeros(1000)

def write():
    while True:
        memory[...] = np.random.normal(size=memory.shape)

threading.Thread(target=write, daemon=True).start()

def wrong(W_hh, z):
    return memory[: W_hh.size].reshape(W_hh.shape)
""")
    )
    desk.save()
