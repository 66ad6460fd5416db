"""Known answers to the questions of `lookback_window`."""
