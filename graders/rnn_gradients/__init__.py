"""The hidden graders of `rnn_gradients`: one file per question, one test per criterion."""
