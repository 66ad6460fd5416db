"""The hidden graders of `gated_remedies`: one file per question, one test per criterion."""
