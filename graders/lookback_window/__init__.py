"""Hidden graders of the assignment `lookback_window`, one file per question."""
