"""The graders examined: by every known answer, and by mutants of the right ones."""
