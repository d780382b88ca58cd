"""Sequences by recursion over time, their gradients by the complex step."""
import numpy as np

STEP = 1e-40


def pullback(f, arguments, dout):
    gradients = []
    for k, argument in enumerate(arguments):
        gradient = np.zeros(argument.shape)
        for index in np.ndindex(*argument.shape):
            moved = [a.astype(complex) for a in arguments]
            moved[k][index] += 1j * STEP
            gradient[index] = np.sum(dout * f(*moved).imag) / STEP
        gradients.append(gradient)
    return tuple(gradients)


def states(x, h, Wx, Wh, b):
    if x.shape[1] == 0:
        return []
    h = np.tanh(x[:, 0] @ Wx + h @ Wh + b)
    return [h] + states(x[:, 1:], h, Wx, Wh, b)


def rnn(*a):
    return np.stack(states(*a), axis=1)


# expect: right - the first step, then the rest of the sequence
def rnn_forward(x, h0, Wx, Wh, b):
    return rnn(x, h0, Wx, Wh, b), (x, h0, Wx, Wh, b)


# expect: right - one complex evaluation an entry
def rnn_backward(dh, cache):
    return pullback(rnn, cache, dh)


def lstm_step(x, h, c, Wx, Wh, b):
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o = ((1 + np.tanh(v / 2)) / 2 for v in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


def lstm(x, h0, Wx, Wh, b):
    def rest(t, h, c):
        if t == x.shape[1]:
            return []
        h, c = lstm_step(x[:, t], h, c, Wx, Wh, b)
        return [h] + rest(t + 1, h, c)
    return np.stack(rest(0, h0, 0 * h0), axis=1)


# expect: right - the first step, then the rest of the sequence
def lstm_forward(x, h0, Wx, Wh, b):
    return lstm(x, h0, Wx, Wh, b), (x, h0, Wx, Wh, b)


# expect: right - one complex evaluation an entry
def lstm_backward(dh, cache):
    return pullback(lstm, cache, dh)


# expect: right - sigmoid by tanh of the half
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    return (*lstm_step(x, prev_h, prev_c, Wx, Wh, b), (x, prev_h, prev_c, Wx, Wh, b))


# expect: right - both outputs side by side
def lstm_step_backward(dnext_h, dnext_c, cache):
    return pullback(lambda *a: np.hstack(lstm_step(*a)), cache, np.hstack([dnext_h, dnext_c]))


def heads_of(x, Wq, Wk, Wv, Wo, heads):
    q, k, v = (np.split(x @ W, heads, axis=2) for W in (Wq, Wk, Wv))
    out = []
    for a, c, d in zip(q, k, v):
        scores = np.einsum('nte,nse->nts', a, c) / a.shape[2] ** 0.5
        weights = np.exp(scores - scores.real.max(axis=2, keepdims=True))
        out.append(weights / weights.sum(axis=2, keepdims=True) @ d)
    return np.concatenate(out, axis=2) @ Wo


# expect: right - heads by np.split
def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    return heads_of(x, Wq, Wk, Wv, Wo, heads), (x, Wq, Wk, Wv, Wo, heads)


# expect: right - one complex evaluation an entry
def multi_head_attention_backward(dout, cache):
    return pullback(lambda *a: heads_of(*a, cache[5]), cache[:5], dout)
