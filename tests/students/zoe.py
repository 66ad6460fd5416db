"""Zoë Müller has a space and an umlaut in her name, and leaves the bonus out."""

STUDENT = "Zoë Müller"
LOST = {
    "rnn_gradients": {"weight_gradient": 10},
}


def work(desk):
    desk.answer_all(but=("weight_gradient",))
    desk.save()
