"""Answers with frames that are too long, no JSON, nested too deeply, or full of false tags."""

from graders.doctor.cells import SAY

PROMISE = 1
CLASS = "TRACE: execution environment hacks"
WRONG = ("step_jacobian", "immediate_gradient", "chain_rule_product", "gradient_regime")
MALFORMED = {
    "step_jacobian": '{"value": {"array": ["<f8", [4611686018427387904, 4], 0]}}, bytes(8)',
    "immediate_gradient": 'b"[" * 100_000',
    "chain_rule_product": '{"value": {"array": ["O", [1], 0]}, "args": {"tuple": []}}, bytes(8)',
    "gradient_regime": """b'{"dict": {"value": NaN, "value": 1e999, "args": {"tuple": 3}}}'""",
}


def work(desk, stage):
    desk.answer_all()
    for question, frame in MALFORMED.items():
        source = f"{SAY}\ndef {question}(*args):\n    say({frame})\n    time.sleep(9)"
        desk.answer(**{question: source})
    desk.save()
