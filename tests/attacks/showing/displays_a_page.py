"""Displays pages, pictures and widgets that act, from code."""

PROMISE = 7
CLASS = "OWASP: cross-site scripting"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell("""
from IPython.display import HTML, SVG, Javascript, display
display(HTML("<script>attackmark()</script><img src=x onerror=attackmark()>"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='attackmark()'></svg>"))
display(Javascript("attackmark()"))
display({"application/vnd.jupyter.widget-view+json": {"model_id": "attackmark"}}, raw=True)
display({"text/html": "<iframe src='javascript:attackmark()'></iframe>"}, raw=True)
""")
    desk.save()
