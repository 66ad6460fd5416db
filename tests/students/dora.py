"""Dora takes np.linalg.norm's default, the Frobenius norm, for the spectral norm."""

LOST = {
    "rnn_gradients": {"step_norm_bound": 6, "product_norm_bound": 8},
}


def rnn_gradients(desk):
    desk.answer_all()
    for question in LOST["rnn_gradients"]:
        solution = desk.solution(question)
        desk.answer(
            **{question: solution.replace("np.linalg.norm(W_hh, 2)", "np.linalg.norm(W_hh)")}
        )
    desk.save()
