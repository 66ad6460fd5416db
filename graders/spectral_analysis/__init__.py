"""The hidden graders of `spectral_analysis`: one file per question, one test per criterion."""
