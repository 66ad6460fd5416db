"""Wrong and unusual answers to the questions of `spectral_analysis`, one module per question."""
