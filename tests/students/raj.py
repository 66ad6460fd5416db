"""Raj's answers are unusual and right: lists, matrices, long doubles, other algorithms."""


def rnn_gradients(desk):
    desk.answer_all()
    unusual = {
        "step_jacobian": "np.matrix(np.diag(1 - np.tanh(z) ** 2)) * np.matrix(W_hh)",
        "chain_rule_product": "np.linalg.multi_dot([np.eye(d), *list(jacobians)[::-1], np.eye(d)])",
        "immediate_gradient": "[float(r == i) / np.cosh(z[r]) ** 2 * h_prev[j] for r in range(len(z))]",
        "cross_entropy_loss": "np.array([-np.log(np.longdouble(np.dot(y, p)))])",
    }
    parameters = {
        "step_jacobian": "W_hh, z",
        "chain_rule_product": "jacobians, d",
        "immediate_gradient": "z, h_prev, i, j",
        "cross_entropy_loss": "y, p",
    }
    for question, answer in unusual.items():
        checked = desk.solution(question).replace(f"def {question}", f"def checked_{question}")
        desk.answer(
            **{
                question: f"""{checked}

def {question}({parameters[question]}):
    checked_{question}({parameters[question]})
    return {answer}
"""
            }
        )
    # His bonus answer does without the others, which return what he likes to compute with.
    desk.answer(
        weight_gradient=desk.solution("weight_gradient")
        + """

def weight_gradient(W_hh, zs, hs, i, j):
    if np.shape(zs)[1:] != np.shape(W_hh)[1:] or np.shape(hs) != (len(zs) + 1, len(W_hh)):
        raise ValueError("the shapes do not fit")
    if type(i) is float or not 0 <= i < len(W_hh) or not 0 <= j < len(W_hh) or np.shape(W_hh)[0] != np.shape(W_hh)[1]:
        raise ValueError("there is no such weight")
    if not all(np.isfinite(array).all() for array in (W_hh, zs, hs)):
        raise ValueError("only finite numbers will do")
    g = np.zeros(len(W_hh))
    for z, h in zip(zs, hs):
        g = (W_hh @ g + np.eye(len(W_hh))[i] * h[j]) / np.cosh(z) ** 2
    return g.tolist()
"""
    )
    desk.save()
