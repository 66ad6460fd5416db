"""How fast grading is, beside nbgrader's own: `make bench` measures it, and nothing else does."""
