"""Jo has a syntax error in one cell; what needs it fails, all else is right."""

LOST = {
    "rnn_gradients": {"immediate_gradient": 10, "weight_gradient": 10},
    "lookback_window": {"vanishing_window": 14},
    "spectral_analysis": {"power_norms": 4, "transient_peak": 3},
    "gated_remedies": {"lstm_step": 8, "lstm_memory_jacobian": 4, "lstm_state_jacobian": 16},
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


def lookback_window(desk):
    desk.answer_all()
    desk.answer(
        vanishing_window="""
def vanishing_window(g_norm, gamma, rho, eps)
    return np.log(eps / g_norm) / np.log(gamma * rho)
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


def gated_remedies(desk):
    desk.answer_all()
    desk.answer(
        lstm_step="""
def lstm_step(P, x, h, c)
    return h, c
"""
    )
    desk.save()
