"""The right answers: one module per assignment, NumPy only, float64.

What all of them check before they answer is in `arguments`.

One symbol table for the maths, the notebooks, the code and the messages. Where the source
documents use another letter, or one letter twice, this table decides.

    symbol              shape                    meaning
    d, m, C                                      hidden size, input size, number of classes
    n                                            number of steps, t - i in the documents
    L                                            look-back window
    W_hh, W_ih, b_h     (d, d), (d, m), (d,)     recurrent weights, input weights, bias
    x, h, z             (m,), (d,), (d,)         input, hidden state, pre-activation
                                                 z = W_hh h + W_ih x + b_h, new state h = f(z)
    h0, h_prev          (d,), (d,)               state before the first step, before this step
    xs                  (n, m)                   the inputs, oldest first
    zs, hs              (n, d), (n+1, d)         zs[0] is the oldest step;
                                                 hs[s] is the state before zs[s], hs[0] is h0
    y, p                (C,), (C,)               one-hot label, class probabilities at the last step
    J                   (d, d)                   J[r, c] = ∂h_new[r] / ∂h_old[c]
    delta, ds           (d,), (n, d)             derivatives f'(z), of one step and of all:
                                                 D_k = diag(ds[k-1]), J_k = D_k W_hh
    Q, R                (d, d), (d, d)           W_hh = Q R: orthogonal, symmetric with no
                                                 eigenvalue below 0 (document 002 calls Q U)
    rho                                          ‖W_hh‖₂, the spectral norm: the largest singular
                                                 value, not the spectral radius
    activation                                   "tanh", or "sigmoid" for the logistic function
    gamma                                        sup |f'| of the activation f: 1 for tanh, 1/4 for
                                                 the logistic function
    g_T, g_norm         (d,)                     ∂loss/∂h at the last of T = n steps; its length
    eps                                          the length below which a gradient counts as none
    P                                            the parameters of a gated network: for each gate k
                                                 W_k (d, d), U_k (d, m), b_k (d,)
    f, i, o, r          (d,)                     gates: forget, input, output; reset
    c, c̃                (d,), (d,)               memory of an LSTM, its candidate
    e                                            how far a step with a skip connection is from I:
                                                 ‖diag(tanh'(z)) W_hh‖₂ is at most e

Conventions:

    Vectors are columns, and derivatives are in numerator layout: J maps a change of the old state
    to a change of the new one, so the factors of a chain multiply with the newest leftmost.
    Indices count from 0. `i, j` are a row and a column, never a time; c is the index of the true
    class.
    Lists are chronological: element 0 is the oldest step.
    `z` is always a pre-activation, `h` always a state. In gated networks, and nowhere else, z and
    n are the update gate and the candidate of a GRU, c and i the memory and input gate of an LSTM.
    log is the natural logarithm.
    Arrays are float64. What is too large for float64 is inf, what is too small is 0.0.
"""
