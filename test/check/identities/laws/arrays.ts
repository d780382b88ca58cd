import {
  abs, add, diag, div, dot, entry, hadamard, identity, inner, mul, n, norm, norm1, num, one, sqrt, square, sub, sumAll,
  trace, transpose,
  twice, wholly
} from '../build.js'
import { index } from '../Formula.js'
import { indexed, type Law, matrices, numbers, vectors } from './Law.js'

const T = transpose

/** Laws of vectors. */
export const vectorLaws: ReadonlyArray<Law> = [
  numbers('inner product by transposes', 'xx', (x, y) => [inner(x, y), mul(T(x), y)]),
  numbers('inner product commutes', 'xx', (x, y) => [mul(T(x), y), mul(T(y), x)]),
  numbers('inner product with a dot', 'xx', (x, y) => [dot(x, y), inner(y, x)]),
  numbers('inner product of a sum', 'xxx', (x, y, z) => [inner(add(x, y), z), add(inner(x, z), mul(T(y), z))]),
  numbers('inner product of a multiple', 'axx', (a, x, y) => [inner(mul(a, x), y), mul(a, inner(x, y))]),
  numbers('square of the norm', 'x', x => [square(norm(x)), mul(T(x), x)]),
  numbers('norm of a sum', 'xx', (x, y) =>
    [square(norm(add(x, y))), add(add(square(norm(x)), twice(mul(T(x), y))), square(norm(y)))]),
  numbers('norm of a difference', 'xx', (x, y) => [
    square(norm(sub(x, y))), add(sub(square(norm(x)), twice(inner(x, y))), square(norm(y)))]),
  numbers('parallelogram', 'xx', (x, y) => [
    add(square(norm(add(x, y))), square(norm(sub(x, y)))), add(twice(square(norm(x))), twice(square(norm(y))))]),
  numbers('polarisation', 'xx', (x, y) =>
    [inner(x, y), div(sub(square(norm(add(x, y))), square(norm(sub(x, y)))), num(4))]),
  numbers('three points', 'xxx', (x, y, z) => [mul(T(sub(x, y)), sub(x, z)),
    div(sub(add(square(norm(sub(x, y))), square(norm(sub(x, z)))), square(norm(sub(y, z)))), num(2))]),
  numbers('adjoint', 'Axx', (A, x, y) => [inner(mul(A, x), y), inner(x, mul(T(A), y))]),
  numbers('residual of least squares', 'Mxv', (M, x, v) => [
    square(norm(sub(mul(M, x), v))),
    add(sub(mul(mul(mul(T(x), T(M)), M), x), twice(mul(mul(T(v), M), x))), square(norm(v)))]),
  numbers('symmetric part', 'Ax', (A, x) => [mul(mul(T(x), A), x), div(mul(mul(T(x), add(A, T(A))), x), num(2))]),
  numbers('norm by a root', 'x', x => [norm(x), sqrt(mul(T(x), x))]),
  numbers('norm of a multiple', 'ax', (a, x) => [norm(mul(a, x)), mul(abs(a), norm(x))]),
  numbers('sum norm of a multiple', 'ax', (a, x) => [norm1(mul(a, x)), mul(abs(a), norm1(x))]),
  indexed('inner product by entries', 'xx', ([i], x, y) =>
    [mul(T(x), y), sumAll(i, mul(entry(x, index(i)), entry(y, index(i))))]),
  indexed('norm by entries', 'x', ([i], x) => [square(norm(x)), sumAll(i, square(entry(x, index(i))))]),
  indexed('sum norm by entries', 'x', ([i], x) => [norm1(x), sumAll(i, abs(entry(x, index(i))))]),
  indexed('quadratic form by entries', 'Axx', ([i, j], A, x, y) => [
    mul(mul(T(x), A), y),
    sumAll(i, sumAll(j, mul(mul(entry(x, index(i)), entry(A, index(i), index(j))), entry(y, index(j)))))]),
  indexed('entry of a product', 'Ax', ([i], A, x) =>
    [entry(mul(A, x), one), sumAll(i, mul(entry(A, one, index(i)), entry(x, index(i))))]),
  vectors('matrix times a sum', 'Axx', (A, x, y) => [mul(A, add(x, y)), add(mul(A, x), mul(A, y))]),
  vectors('association', 'AAx', (A, B, x) => [mul(mul(A, B), x), mul(A, mul(B, x))]),
  vectors('identity', 'x', x => [mul(identity, x), x]),
  vectors('diagonal matrix', 'xx', (x, y) => [mul(diag(x), y), hadamard(x, y)]),
  vectors('outer product', 'xxx', (x, y, z) => [mul(mul(x, T(y)), z), mul(mul(T(y), z), x)]),
  vectors('step of a mean', 'pxx', (p, x, y) => [
    div(add(mul(p, x), y), add(p, num(1))), add(x, mul(div(num(1), add(p, num(1))), sub(y, x)))])
]

/** Laws of matrices. */
export const matrixLaws: ReadonlyArray<Law> = [
  matrices('transpose of a product', 'AA', (A, B) => [T(mul(A, B)), mul(T(B), T(A))]),
  matrices('transpose of a sum', 'AA', (A, B) => [T(add(A, B)), add(T(A), T(B))]),
  matrices('transpose of a transpose', 'A', A => [T(T(A)), A]),
  matrices('product with a sum', 'AAA', (A, B, C) => [mul(add(A, B), C), add(mul(A, C), mul(B, C))]),
  matrices('association of matrices', 'AAA', (A, B, C) => [mul(mul(A, B), C), mul(A, mul(B, C))]),
  matrices('square of a sum of matrices', 'AA', (A, B) => [
    mul(add(A, B), add(A, B)), add(add(add(mul(A, A), mul(A, B)), mul(B, A)), mul(B, B))]),
  matrices('transpose of M^T M', 'M', M => [T(mul(T(M), M)), mul(T(M), M)]),
  matrices('shift by the identity', 'aA', (a, A) => [mul(add(A, mul(a, identity)), A), add(mul(A, A), mul(a, A))]),
  numbers('trace of a product', 'AA', (A, B) => [trace(mul(A, B)), trace(mul(B, A))]),
  numbers('trace of a cycle', 'AAA', (A, B, C) => [trace(mul(mul(A, B), C)), trace(mul(mul(C, A), B))]),
  numbers('trace of a transpose', 'A', A => [trace(T(A)), trace(A)]),
  numbers('trace of a sum', 'aAA', (a, A, B) => [trace(add(mul(a, A), B)), add(mul(a, trace(A)), trace(B))]),
  numbers('trace of an outer product', 'xx', (x, y) => [trace(mul(x, T(y))), mul(T(y), x)]),
  numbers('trace of the identity', '', () => [trace(identity), wholly(n)]),
  numbers('Frobenius norm', 'M', M => [square(norm(M)), trace(mul(T(M), M))]),
  numbers('trace of M M^T', 'M', M => [trace(mul(M, T(M))), trace(mul(T(M), M))]),
  indexed('trace by entries', 'A', ([i], A) => [trace(A), sumAll(i, entry(A, index(i), index(i)))]),
  indexed('trace of a product by entries', 'AA', ([i, j], A, B) => [
    trace(mul(A, B)), sumAll(i, sumAll(j, mul(entry(A, index(i), index(j)), entry(B, index(j), index(i)))))])
]
