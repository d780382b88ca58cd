import {
  add, delta, div, entry, exp, log, mul, n, num, one, power, product, productAll, softmax, square, sub, sum, sumAll,
  twice, variable, wholly
} from '../build.js'
import { at, type Formula, index, whole } from '../Formula.js'
import { indexed, type Law } from './Law.js'

const count = wholly(n)
const previous = whole(-1, { n: 1 })
const beyond = whole(1, { n: 1 })
const lowered = (i: string) => (f: Formula): Formula => at(f, i, index(i, -1))

/** Laws of sums and products over indices. A term stands for the entries of its index. */
export const sumLaws: ReadonlyArray<Law> = [
  indexed('sum of sums', 'TT', ([i], f, g) => [sumAll(i, add(f, g)), add(sumAll(i, f), sumAll(i, g))]),
  indexed('factor before a sum', 'aT', ([i], a, f) => [sumAll(i, mul(a, f)), mul(a, sumAll(i, f))]),
  indexed('sum of a constant', 'a', ([i], a) => [sumAll(i, a), mul(count, a)]),
  indexed('first term of a sum', 'T', ([i], f) => [sumAll(i, f), add(at(f, i, one), sum(i, whole(2), n, f))]),
  indexed('last term of a sum', 'T', ([i], f) => [sumAll(i, f), add(sum(i, one, previous, f), at(f, i, n))]),
  indexed('shifted index', 'T', ([i], f) => [sumAll(i, f), sum(i, whole(2), beyond, lowered(i)(f))]),
  indexed('reversed index', 'T', ([i], f) => [sumAll(i, f), sumAll(i, at(f, i, whole(1, { n: 1, [i]: -1 })))]),
  indexed('exchanged sums', 'TT', ([i, j], f, g) => [
    sumAll(i, sumAll(j, mul(f, power(at(g, i, index(j)), 2)))),
    sumAll(j, mul(square(at(g, i, index(j))), sumAll(i, f)))]),
  indexed('exchanged sums over a triangle', 'TT', ([i, j], f, g) => [
    sumAll(i, sum(j, one, index(i), mul(f, at(g, i, index(j))))),
    sumAll(j, sum(i, index(j), n, mul(f, at(g, i, index(j)))))]),
  indexed('product of sums', 'TT', ([i, j], f, g) => [
    mul(sumAll(i, f), sumAll(j, at(g, i, index(j)))), sumAll(i, sumAll(j, mul(f, at(g, i, index(j)))))]),
  indexed('square of a sum over an index', 'T', ([i, j], f) =>
    [square(sumAll(i, f)), sumAll(i, sumAll(j, mul(f, at(f, i, index(j)))))]),
  indexed('telescoping sum', 'T', ([i], f) =>
    [sum(i, one, previous, sub(at(f, i, index(i, 1)), f)), sub(at(f, i, n), at(f, i, one))]),
  indexed('geometric sum', 'p', ([i], p) => [
    sum(i, whole(0), previous, power(p, index(i))), div(sub(power(p, n), num(1)), sub(p, num(1)))]),
  indexed('sum of whole numbers', '', ([i]) => [sumAll(i, wholly(index(i))), div(mul(count, wholly(beyond)), num(2))]),
  indexed('sum of odd numbers', '', ([i]) => [sumAll(i, wholly(whole(-1, { [i]: 2 }))), square(count)]),
  indexed('sum of squares of whole numbers', '', ([i]) =>
    [sumAll(i, square(wholly(index(i)))), div(mul(mul(count, wholly(beyond)), wholly(whole(1, { n: 2 }))), num(6))]),
  indexed('sum with a delta', 'T', ([i], f) => [sumAll(i, mul(delta(index(i), n), f)), at(f, i, n)]),
  indexed('sum of squares about the mean', 'T', ([i, j], f) => {
    const mean = div(sumAll(j, at(f, i, index(j))), count)
    return [sumAll(i, square(sub(f, mean))), sub(sumAll(i, square(f)), mul(count, square(mean)))]
  }),
  indexed('sum of squared differences', 'T', ([i, j], f) => [
    sumAll(i, sumAll(j, square(sub(f, at(f, i, index(j)))))),
    sub(mul(twice(count), sumAll(i, square(f))), twice(square(sumAll(i, f))))]),
  indexed('Lagrange', 'TT', ([i, j], f, g) => {
    const [fj, gj] = [at(f, i, index(j)), at(g, i, index(j))]
    return [sub(mul(sumAll(i, square(f)), sumAll(i, square(g))), square(sumAll(i, mul(f, g)))),
      div(sumAll(i, sumAll(j, square(sub(mul(f, gj), mul(fj, g))))), num(2))]
  }),
  indexed('product of products', 'TT', ([i], f, g) =>
    [productAll(i, mul(f, g)), mul(productAll(i, f), productAll(i, g))]),
  indexed('product of a constant', 'p', ([i], p) => [productAll(i, p), power(p, n)], 'positive'),
  indexed('telescoping product', 'P', ([i], f) =>
    [product(i, one, previous, div(at(f, i, index(i, 1)), f)), div(at(f, i, n), at(f, i, one))], 'positive'),
  indexed('exp of a sum over an index', '', ([i]) =>
    [exp(sumAll(i, entry(variable('x'), index(i)))), productAll(i, exp(entry(variable('x'), index(i))))], 'positive'),
  indexed('log of a product over an index', 'P', ([i], f) => [log(productAll(i, f)), sumAll(i, log(f))]),
  indexed('log of a quotient of sums', 'PP', ([i, j], f, g) => [
    log(div(sumAll(i, f), sumAll(j, at(g, i, index(j))))), sub(log(sumAll(i, f)), log(sumAll(j, at(g, i, index(j)))))]),
  indexed('shifted log of a sum of exps', 'xm', ([i], x, a) =>
    [log(sumAll(i, exp(entry(x, index(i))))), add(a, log(sumAll(i, exp(sub(entry(x, index(i)), a)))))]),
  indexed('shifted softmax', 'xm', ([i], x, a) =>
    [entry(softmax(x), one), div(exp(add(entry(x, one), a)), sumAll(i, exp(add(entry(x, index(i)), a))))], 'positive'),
  indexed('softmax by differences', 'x', ([i], x) =>
    [entry(softmax(x), n), div(num(1), sumAll(i, exp(sub(entry(x, index(i)), entry(x, n)))))], 'positive'),
  indexed('log of softmax', 'x', ([i], x) =>
    [log(entry(softmax(x), one)), sub(entry(x, one), log(sumAll(i, exp(entry(x, index(i))))))]),
  indexed('sum of softmax', 'x', ([i], x) => [sumAll(i, entry(softmax(x), index(i))), num(1)], 'positive')
]
