"""Many students at once: from what was handed in to the gradebook and the feedback."""
