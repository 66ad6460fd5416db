"""Wrong and unusual answers to the questions of `gated_remedies`, by question."""
