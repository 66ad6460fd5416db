"""Where student code lives and dies: one child process per submission, spoken to in plain bytes.

Nothing in this package may import the reference or a hidden grader: the zygote loads it, and
every student's process is a fork of the zygote.
"""
