import {
  add, cos, derivative, div, entry, exp, gradient, log, mul, neg, norm, num, power, realPower, sigmoid, sin, softmax,
  softplus, sqrt,
  square, sub, sumAll, tanh, transpose, twice, variable
} from '../build.js'
import { index } from '../Formula.js'
import { indexed, type Law, numbers, vectors } from './Law.js'

const D = derivative
const T = transpose
const [w, t, one] = [variable('w'), variable('t'), num(1)]

/** Rules of derivatives by the number t and of gradients by the vector w, on which nothing else depends. */
export const derivativeLaws: ReadonlyArray<Law> = [
  numbers('derivative of a sum', 'aff', (a, f, g) => [D(add(mul(a, f), g)), add(mul(a, D(f)), D(g))]),
  numbers('derivative of a product', 'ff', (f, g) => [D(mul(f, g)), add(mul(D(f), g), mul(f, D(g)))]),
  numbers('derivative of a quotient', 'ff', (f, g) => {
    const h = add(square(g), one)
    return [D(div(f, h)), div(sub(mul(D(f), h), mul(f, D(h))), square(h))]
  }),
  numbers('derivative of a power', 'f', f => [D(power(f, 3)), mul(mul(num(3), square(f)), D(f))]),
  numbers('derivative of a polynomial', 'aa', (a, b) => [
    D(add(mul(a, power(t, 3)), mul(b, square(t)))), add(mul(mul(num(3), a), square(t)), mul(twice(b), t))]),
  numbers('derivative of exp', 'f', f => [D(exp(sin(f))), mul(exp(sin(f)), D(sin(f)))]),
  numbers('derivative of sine', 'f', f => [D(sin(f)), mul(cos(f), D(f))]),
  numbers('derivative of cosine', 'f', f => [D(cos(f)), neg(mul(sin(f), D(f)))]),
  numbers('derivative of log', 'f', f => [D(log(add(square(f), one))), div(D(square(f)), add(square(f), one))]),
  numbers('derivative of a root', 'f', f => {
    const h = add(square(f), one)
    return [D(sqrt(h)), div(D(h), twice(sqrt(h)))]
  }),
  numbers('derivative of tanh', 'f', f => [D(tanh(f)), mul(sub(one, square(tanh(f))), D(f))]),
  numbers('derivative of sigmoid', 'f', f => [D(sigmoid(f)), mul(mul(sigmoid(f), sub(one, sigmoid(f))), D(f))]),
  numbers('derivative of softplus', 'f', f => [D(softplus(f)), mul(sigmoid(f), D(f))]),
  numbers('derivative of a product of exps', 'aa', (a, b) => [
    D(mul(exp(mul(sin(a), t)), exp(mul(cos(b), t)))), mul(add(sin(a), cos(b)), exp(mul(add(sin(a), cos(b)), t)))]),
  numbers('derivative of an exponent', 'p', p =>
    [D(realPower(p, sin(t))), mul(mul(log(p), realPower(p, sin(t))), cos(t))]),
  numbers('derivative of sine and cosine', 'a', a =>
    [D(mul(sin(mul(a, t)), cos(mul(a, t)))), mul(a, cos(mul(twice(a), t)))]),
  vectors('gradient of a linear form', 'x', x => [gradient(mul(T(x), w)), x]),
  vectors('gradient of the squared norm', 'x', x => [gradient(square(norm(sub(w, x)))), twice(sub(w, x))]),
  vectors('gradient of a quadratic form', 'A', A => [gradient(mul(mul(T(w), A), w)), mul(add(A, T(A)), w)]),
  vectors('gradient of least squares', 'Mv', (M, v) =>
    [gradient(square(norm(sub(mul(M, w), v)))), twice(mul(T(M), sub(mul(M, w), v)))]),
  vectors('gradient of a ridge', 'Mvp', (M, v, p) => [
    gradient(add(square(norm(sub(mul(M, w), v))), mul(p, square(norm(w))))),
    add(twice(mul(T(M), sub(mul(M, w), v))), mul(twice(p), w))]),
  indexed('gradient of a log of a sum of exps', '', (
    [i]
  ) => [gradient(log(sumAll(i, exp(entry(w, index(i)))))), softmax(w)], 'vector'),
  vectors('gradient of a logistic loss', 'x', x => [
    gradient(log(add(one, exp(neg(mul(T(x), w)))))),
    neg(mul(div(exp(neg(mul(T(x), w))), add(one, exp(neg(mul(T(x), w))))), x))])
]
