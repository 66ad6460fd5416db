"""Jo has a syntax error in one cell; what needs it fails, all else is right."""

LOST = {
    "rnn_gradients": {"immediate_gradient": 10, "weight_gradient": 10},
    "spectral_analysis": {"power_norms": 4, "transient_peak": 3},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        immediate_gradient="""
def immediate_gradient(z, h_prev, i, j)
    return np.zeros(len(z))
"""
    )
    desk.save()


def spectral_analysis(desk):
    desk.answer_all()
    desk.answer(
        power_norms="""
def power_norms(W_hh, n)
    return np.ones(n + 1)
"""
    )
    desk.save()
