import { add, div, half, mul, neg, num, power, square, sub, twice } from '../build.js'
import { type Law, numbers, positives } from './Law.js'

/** Laws of fractions. */
export const algebraLaws: ReadonlyArray<Law> = [
  numbers('distributivity', 'aaa', (a, b, c) => [mul(a, add(b, c)), add(mul(a, b), mul(a, c))]),
  numbers('square of a sum', 'aa', (a, b) => [square(add(a, b)), add(add(square(a), twice(mul(a, b))), square(b))]),
  numbers('square of a difference', 'aa', (a, b) =>
    [square(sub(a, b)), add(sub(square(a), mul(twice(a), b)), square(b))]),
  numbers('cube of a sum', 'aa', (a, b) =>
    [power(add(a, b), 3), add(
      add(add(power(a, 3), mul(mul(num(3), square(a)), b)), mul(mul(num(3), a), square(b))), power(b, 3)
    )]),
  numbers('difference of squares', 'aa', (a, b) => [sub(square(a), square(b)), mul(add(a, b), sub(a, b))]),
  numbers('difference of cubes', 'aa', (a, b) =>
    [sub(power(a, 3), power(b, 3)), mul(sub(a, b), add(add(square(a), mul(a, b)), square(b)))]),
  numbers('Sophie Germain', 'aa', (a, b) => [add(power(a, 4), mul(num(4), power(b, 4))), mul(
    add(add(square(a), twice(mul(a, b))), twice(square(b))), add(sub(square(a), twice(mul(a, b))), twice(square(b))))]),
  numbers('completing the square', 'aa', (a, b) =>
    [add(square(a), mul(b, a)), sub(square(add(a, half(b))), div(square(b), num(4)))]),
  numbers('completing the square, scaled', 'paa', (p, a, b) =>
    [add(mul(p, square(a)), mul(b, a)), sub(mul(p, square(add(a, div(b, twice(p))))), div(square(b), mul(num(4), p)))]),
  numbers('polarisation of numbers', 'aa', (a, b) =>
    [mul(a, b), div(sub(square(add(a, b)), square(sub(a, b))), num(4))]),
  numbers('product of sums of two squares', 'aaaa', (a, b, c, d) => [
    mul(add(square(a), square(b)), add(square(c), square(d))),
    add(square(sub(mul(a, c), mul(b, d))), square(add(mul(a, d), mul(b, c))))]),
  numbers('negated difference', 'aa', (a, b) => [sub(a, b), neg(sub(b, a))]),
  numbers('convex combination', 'aaa', (a, b, c) =>
    [add(mul(c, a), mul(sub(num(1), c), b)), add(b, mul(c, sub(a, b)))]),
  numbers('square of a convex combination', 'aaa', (a, b, c) => [
    add(mul(c, square(a)), mul(sub(num(1), c), square(b))),
    add(square(add(mul(c, a), mul(sub(num(1), c), b))), mul(mul(c, sub(num(1), c)), square(sub(a, b))))]),
  numbers('geometric sum of four', 'p', p => [
    add(add(add(num(1), p), square(p)), power(p, 3)), div(sub(power(p, 4), num(1)), sub(p, num(1)))]),
  numbers('sum of fractions', 'aapp', (a, b, p, q) =>
    [add(div(a, p), div(b, q)), div(add(mul(a, q), mul(b, p)), mul(p, q))]),
  numbers('partial fractions', 'ppa', (p, q, a) => [
    div(a, mul(p, add(p, q))), mul(div(a, q), sub(div(num(1), p), div(num(1), add(p, q))))]),
  numbers('fraction less one', 'ap', (a, p) => {
    const q = add(square(a), p)
    return [div(a, add(a, q)), sub(num(1), div(q, add(a, q)))]
  }),
  positives('double fraction', 'pppp', (p, q, r, s) => [div(div(p, q), div(r, s)), div(mul(p, s), mul(q, r))]),
  positives('Sherman and Morrison', 'pap', (p, a, q) => [
    div(num(1), add(p, div(square(a), q))),
    sub(div(num(1), p), div(div(square(a), square(p)), add(q, div(square(a), p))))]),
  positives('parallel resistors', 'pp', (p, q) =>
    [div(num(1), add(div(num(1), p), div(num(1), q))), div(mul(p, q), add(p, q))])
]
