"""Returns what no message can hold, so that the grader itself might fail and owe the points."""

PROMISE = 1
CLASS = ""
WRONG = (
    *("step_jacobian", "immediate_gradient", "chain_rule_product", "step_norm_bound"),
    *("product_norm_bound", "gradient_regime", "cross_entropy_loss"),
)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="loop = []\nloop.append(loop)\ndef step_jacobian(*args):\n    return loop",
        immediate_gradient="""
def immediate_gradient(*args):
    answer = 1.0
    for _ in range(100_000):
        answer = [answer]
    return answer
""",
        chain_rule_product="def chain_rule_product(*args):\n    return 10 ** 100_000",
        step_norm_bound="def step_norm_bound(*args):\n    yield 1.0\n    yield 2.0",
        product_norm_bound="def product_norm_bound(*args):\n    return [[1.0], [2.0, 3.0]]",
        gradient_regime="def gradient_regime(*args):\n    return '\\ud800' * 9",
        cross_entropy_loss="def cross_entropy_loss(*args):\n    return 1.0 + 2.0j",
    )
    desk.save()
