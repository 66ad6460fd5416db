"""Wrong and unusual answers to the questions of `rnn_gradients`, one module per question."""
