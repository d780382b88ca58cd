import { type Formula, index, node, type Operation, type Whole, whole } from './Formula.js'

// Formulas from their parts.

type Unary = (a: Formula) => Formula
type Binary = (a: Formula, b: Formula) => Formula

const binary = (operation: Operation): Binary => (a, b) => node(operation, [a, b])
const unary = (operation: Operation): Unary => a => node(operation, [a])
const call = (name: string): Unary => a => node('function', [a], name)

export const num = (n: number): Formula => node('number', [], String(n))
export const variable = (name: string): Formula => node('variable', [], name)
export const wholly = (w: Whole): Formula => node('whole', [], '', [w])
export const pi: Formula = node('pi')
export const identity: Formula = node('identity')
export const delta = (i: Whole, j: Whole): Formula => node('delta', [], '', [i, j])
export const entry = (of: Formula, ...indices: ReadonlyArray<Whole>): Formula => node('entry', [of], '', indices)

export const add: Binary = binary('add')
export const sub: Binary = binary('subtract')
export const mul: Binary = binary('multiply')
export const div: Binary = binary('divide')
export const hadamard: Binary = binary('entrywise')
export const max: Binary = binary('max')
export const min: Binary = binary('min')
export const realPower: Binary = binary('real power')
export const inner: Binary = (a, b) => node('inner', [a, b], 'angles')
export const dot: Binary = (a, b) => node('inner', [a, b], 'dot')

export const neg: Unary = unary('negate')
export const norm: Unary = unary('norm')
export const norm1: Unary = unary('norm1')
export const transpose: Unary = unary('transpose')
export const trace: Unary = unary('trace')
export const diag: Unary = unary('diag')
export const softmax: Unary = unary('softmax')
export const power = (a: Formula, n: number | Whole): Formula =>
  node('power', [a], '', [typeof n === 'number' ? whole(n) : n])
export const square: Unary = a => power(a, 2)
export const half: Unary = a => div(a, num(2))
export const twice: Unary = a => mul(num(2), a)

export const exp: Unary = call('exp')
export const log: Unary = call('log')
export const sin: Unary = call('sin')
export const cos: Unary = call('cos')
export const tan: Unary = call('tan')
export const arctan: Unary = call('arctan')
export const sinh: Unary = call('sinh')
export const cosh: Unary = call('cosh')
export const tanh: Unary = call('tanh')
export const sqrt: Unary = call('sqrt')
export const abs: Unary = call('abs')
export const relu: Unary = call('relu')
export const sigmoid: Unary = call('sigmoid')
export const softplus: Unary = call('softplus')

export const one: Whole = whole(1)
export const n: Whole = index('n')

type Over = (i: string, from: Whole, to: Whole, body: Formula) => Formula
const over = (operation: 'sum' | 'product'): Over => (i, from, to, body) => node(operation, [body], i, [from, to])
export const sum: Over = over('sum')
export const product: Over = over('product')
/** Over all entries of a vector. */
export const sumAll = (i: string, body: Formula): Formula => sum(i, one, n, body)
export const productAll = (i: string, body: Formula): Formula => product(i, one, n, body)
/** By the number t, and by the vector w. */
export const derivative: Unary = f => node('derivative', [f], 't')
export const gradient: Unary = f => node('gradient', [f], 'w')
