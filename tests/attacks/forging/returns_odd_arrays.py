"""Returns arrays of a hundred dimensions, of objects, of nothing, and of broken long doubles."""

PROMISE = 1
CLASS = ""
WRONG = (
    *("step_jacobian", "immediate_gradient", "chain_rule_product", "step_norm_bound"),
    *("product_norm_bound", "cross_entropy_loss"),
)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    return np.frombuffer(b"\\xff\\x00" * 8 * W_hh.size, np.longdouble).reshape(W_hh.shape)
""",
        immediate_gradient="def immediate_gradient(*a):\n    return np.ones((1,) * 60)",
        chain_rule_product="def chain_rule_product(*a):\n    return np.array(object(), object)",
        step_norm_bound="def step_norm_bound(*a):\n    return np.empty((2, 0, 1 << 40))",
        product_norm_bound="""
class Odd:
    __array_interface__ = {"shape": (2,), "typestr": "<f8", "data": (8, False), "version": 3}

def product_norm_bound(*args):
    return Odd()
""",
        cross_entropy_loss="def cross_entropy_loss(y, p):\n    return np.datetime64('NaT')",
    )
    desk.save()
