"""Sam returns what is no answer: text, nan, complex numbers, objects, the wrong shape."""

LOST = {
    "rnn_gradients": "everything",
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        cross_entropy_loss="def cross_entropy_loss(y, p): return 'a loss'",
        immediate_gradient="def immediate_gradient(z, h_prev, i, j): return np.full((len(z), 1), np.nan)",
        step_jacobian="def step_jacobian(W_hh, z): return W_hh + 1j",
        chain_rule_product="def chain_rule_product(jacobians, d): return np.full((d, d), None)",
        step_norm_bound="def step_norm_bound(W_hh, z): return object()",
        product_norm_bound="def product_norm_bound(W_hh, zs): return [[1.0], [2.0, 3.0]]",
        gradient_regime="class Vague(str): pass\n\ndef gradient_regime(W_hh, tol=1e-6): return Vague('unclear')",
    )
    desk.save()
