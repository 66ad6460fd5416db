"""The hidden graders of the course, and the words that they are written in."""
