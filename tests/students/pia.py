"""Pia's answers are right; they warn, print, and write to stderr as they go."""


def work(desk):
    desk.answer_all()
    for question in desk.questions[:3]:
        desk.answer(
            **{
                question: desk.solution(question)
                + f"""

def noisily(quiet):
    import sys, warnings
    def loud(*args):
        warnings.warn("this may overflow")
        print("hello from {question}")
        sys.stderr.write("and from its dark side")
        np.exp(np.array([1e9]))
        return quiet(*args)
    return loud

{question} = noisily({question})
"""
            }
        )
    desk.add_cell("print('x' * 100_000_000)")
    desk.save()
