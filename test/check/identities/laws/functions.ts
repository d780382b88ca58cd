import {
  abs, add, arctan, cos, cosh, div, exp, half, log, max, min, mul, neg, num, pi, power, realPower, relu, sigmoid, sin,
  sinh, softplus, sqrt,
  square, sub, tan, tanh, twice
} from '../build.js'
import { type Law, numbers, positives } from './Law.js'

const one = num(1)

/** Laws of exp, log, powers and roots. */
export const exponentialLaws: ReadonlyArray<Law> = [
  positives('exp of a sum', 'mm', (a, b) => [exp(add(a, b)), mul(exp(a), exp(b))]),
  positives('exp of a difference', 'mm', (a, b) => [exp(sub(a, b)), div(exp(a), exp(b))]),
  positives('exp of the negative', 'm', a => [exp(neg(a)), div(one, exp(a))]),
  positives('exp of a multiple', 'm', a => [exp(mul(num(3), a)), power(exp(a), 3)]),
  positives('exp of log', 'p', p => [exp(log(p)), p]),
  numbers('log of exp', 'm', a => [log(exp(a)), a]),
  numbers('log of a product', 'pp', (p, q) => [log(mul(p, q)), add(log(p), log(q))]),
  numbers('log of a quotient', 'pp', (p, q) => [log(div(p, q)), sub(log(p), log(q))]),
  numbers('log of a power', 'p', p => [log(power(p, 3)), mul(num(3), log(p))]),
  numbers('log of a root', 'p', p => [log(sqrt(p)), half(log(p))]),
  numbers('log of a reciprocal', 'p', p => [log(div(one, p)), neg(log(p))]),
  numbers('log of a sum', 'pp', (p, q) => [log(add(p, q)), add(log(p), log(add(one, div(q, p))))]),
  positives('root of a product', 'pp', (p, q) => [sqrt(mul(p, q)), mul(sqrt(p), sqrt(q))]),
  positives('root of a quotient', 'pp', (p, q) => [sqrt(div(p, q)), div(sqrt(p), sqrt(q))]),
  positives('square of a root', 'p', p => [square(sqrt(p)), p]),
  positives('reciprocal of a root', 'p', p => [div(one, sqrt(p)), div(sqrt(p), p)]),
  numbers('difference of roots', 'pp', (p, q) => [sub(sqrt(p), sqrt(q)), div(sub(p, q), add(sqrt(p), sqrt(q)))]),
  positives('power by exp', 'pm', (p, a) => [realPower(p, a), exp(mul(a, log(p)))]),
  positives('sum of exponents', 'pmm', (p, a, b) => [realPower(p, add(a, b)), mul(realPower(p, a), realPower(p, b))]),
  positives('power of a product', 'ppm', (p, q, a) => [realPower(mul(p, q), a), mul(realPower(p, a), realPower(q, a))]),
  positives('negative exponent', 'pm', (p, a) => [realPower(p, neg(a)), div(one, realPower(p, a))]),
  positives('power of one half', 'p', p => [realPower(p, half(one)), sqrt(p)])
]

/** Laws of angles. */
export const angleLaws: ReadonlyArray<Law> = [
  numbers('sine of a sum', 'mm', (a, b) => [sin(add(a, b)), add(mul(sin(a), cos(b)), mul(cos(a), sin(b)))]),
  numbers('sine of a difference', 'mm', (a, b) => [sin(sub(a, b)), sub(mul(sin(a), cos(b)), mul(cos(a), sin(b)))]),
  numbers('cosine of a sum', 'mm', (a, b) => [cos(add(a, b)), sub(mul(cos(a), cos(b)), mul(sin(a), sin(b)))]),
  numbers('sine of a double angle', 'm', a => [sin(twice(a)), mul(twice(sin(a)), cos(a))]),
  numbers('cosine of a double angle', 'm', a => [cos(twice(a)), sub(one, twice(square(sin(a))))]),
  numbers('sine of a triple angle', 'm', a =>
    [sin(mul(num(3), a)), sub(mul(num(3), sin(a)), mul(num(4), power(sin(a), 3)))]),
  numbers('square of a sine', 'm', a => [square(sin(a)), half(sub(one, cos(twice(a))))]),
  numbers('squares of sine and cosine', 'm', a => [add(square(sin(a)), square(cos(a))), one]),
  numbers('product of sines', 'mm', (a, b) => [mul(sin(a), sin(b)), half(sub(cos(sub(a, b)), cos(add(a, b))))]),
  numbers('product of cosines', 'mm', (a, b) => [mul(cos(a), cos(b)), half(add(cos(sub(a, b)), cos(add(a, b))))]),
  numbers('sum of sines', 'mm', (a, b) =>
    [add(sin(a), sin(b)), mul(twice(sin(half(add(a, b)))), cos(half(sub(a, b))))]),
  numbers('sine is odd', 'm', a => [sin(neg(a)), neg(sin(a))]),
  numbers('cosine is even', 'm', a => [cos(neg(a)), cos(a)]),
  numbers('complementary angle', 'm', a => [sin(sub(half(pi), a)), cos(a)]),
  numbers('half a turn', 'm', a => [cos(add(a, pi)), neg(cos(a))]),
  numbers('tangent', 'm', a => [mul(tan(a), cos(a)), sin(a)]),
  positives('angles of a reciprocal', 'p', p => [add(arctan(p), arctan(div(one, p))), half(pi)]),
  numbers('tangent of its angle', 'm', a => [tan(arctan(a)), a]),
  numbers('sine of an angle by its tangent', 'm', a => [sin(arctan(a)), div(a, sqrt(add(one, square(a))))])
]

/** Laws of the hyperbolic functions and of those that networks use. */
export const activationLaws: ReadonlyArray<Law> = [
  numbers('tanh by exp', 'm', a => [tanh(a), div(sub(exp(a), exp(neg(a))), add(exp(a), exp(neg(a))))]),
  numbers('tanh by exp of the double', 'm', a => [tanh(a), div(sub(exp(twice(a)), one), add(exp(twice(a)), one))]),
  numbers('tanh by sigmoid', 'm', a => [tanh(a), sub(twice(sigmoid(twice(a))), one)]),
  numbers('tanh of a sum', 'mm', (a, b) =>
    [tanh(add(a, b)), div(add(tanh(a), tanh(b)), add(one, mul(tanh(a), tanh(b))))]),
  numbers('tanh is odd', 'm', a => [tanh(neg(a)), neg(tanh(a))]),
  positives('square of tanh', 'm', a => [sub(one, square(tanh(a))), div(one, square(cosh(a)))]),
  numbers('sinh by exp', 'm', a => [sinh(a), half(sub(exp(a), exp(neg(a))))]),
  positives('cosh by exp', 'm', a => [cosh(a), half(add(exp(a), exp(neg(a))))]),
  positives('cosh of a sum', 'mm', (a, b) => [cosh(add(a, b)), add(mul(cosh(a), cosh(b)), mul(sinh(a), sinh(b)))]),
  numbers('sinh of a double', 'm', a => [sinh(twice(a)), mul(twice(sinh(a)), cosh(a))]),
  positives('squares of cosh and sinh', 'm', a => [sub(square(cosh(a)), square(sinh(a))), one]),
  positives('sigmoid of the negative', 'm', a => [sigmoid(neg(a)), sub(one, sigmoid(a))]),
  positives('sigmoid by exp', 'm', a => [sigmoid(a), div(exp(a), add(one, exp(a)))]),
  positives('sigmoid by tanh', 'm', a => [sigmoid(a), half(add(one, tanh(half(a))))]),
  positives('slope of sigmoid', 'm', a =>
    [mul(sigmoid(a), sub(one, sigmoid(a))), div(exp(a), square(add(one, exp(a))))]),
  positives('sigmoid of a difference', 'mm', (a, b) => [sigmoid(sub(a, b)), div(exp(a), add(exp(a), exp(b)))]),
  numbers('log of odds', 'm', a => [log(div(sigmoid(a), sub(one, sigmoid(a)))), a]),
  positives('softplus by log', 'm', a => [softplus(a), log(add(one, exp(a)))]),
  numbers('difference of softplus', 'm', a => [sub(softplus(a), softplus(neg(a))), a]),
  positives('softplus by sigmoid', 'm', a => [softplus(a), neg(log(sigmoid(neg(a))))]),
  numbers('difference of relu', 'a', a => [sub(relu(a), relu(neg(a))), a]),
  numbers('sum of relu', 'a', a => [add(relu(a), relu(neg(a))), abs(a)]),
  numbers('relu of a multiple', 'pa', (p, a) => [relu(mul(p, a)), mul(p, relu(a))]),
  numbers('maximum by absolute value', 'aa', (a, b) => [max(a, b), half(add(add(a, b), abs(sub(a, b))))]),
  numbers('minimum by maximum', 'aa', (a, b) => [min(a, b), neg(max(neg(a), neg(b)))]),
  numbers('maximum and minimum', 'aa', (a, b) => [add(max(a, b), min(a, b)), add(a, b)]),
  numbers('shifted maximum', 'aaa', (a, b, c) => [add(max(a, b), c), max(add(a, c), add(b, c))]),
  numbers('absolute value of a product', 'aa', (a, b) => [abs(mul(a, b)), mul(abs(a), abs(b))]),
  numbers('square of an absolute value', 'a', a => [square(abs(a)), square(a)]),
  numbers('root of a square', 'a', a => [sqrt(square(a)), abs(a)])
]
