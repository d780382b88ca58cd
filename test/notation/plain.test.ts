import { describe, expect, test } from 'vitest'
import {
  entriesOf, evaluate, filled, parsePlain, plain, type Scope, type Term, typeOf, type Type, worldOf
} from '../../src/notation/index.js'
import { float64 } from '../../src/number/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'

const span = { from: 0, to: 0 }
const size = (text: string): Term => ({ kind: 'number', text, span })
const type = (rows: number, columns = 1): Type => ({ rows: size(String(rows)), columns: size(String(columns)) })

const scope: Scope = new Map([
  ['x', { kind: 'variable', type: type(3) }],
  ['y', { kind: 'variable', type: type(3) }],
  ['A', { kind: 'variable', type: type(2, 3) }],
  ['t', { kind: 'variable', type: type(1) }],
  ['\\alpha', { kind: 'variable', type: type(1) }],
  ['w^*', { kind: 'variable', type: type(3) }],
  ['v_', { kind: 'sequence', type: type(3) }],
  ['h', { kind: 'definition', parameters: ['x'], body: size('1') }]
] as const)

const values: Readonly<Record<string, ReadonlyArray<number>>> =
  { x: [1, 2, 3], y: [4, 5, 6], A: [1, 2, 3, 4, 5, 6], t: [2], '\\alpha': [0.5], 'w^*': [7, 8, 9] }

const termOf = (text: string): Term => orThrow(parsePlain(text, scope)).first as Term

const valueOf = (text: string): ReadonlyArray<number> => {
  const world = worldOf(float64, scope, {
    sizes: new Map(), labels: new Map(),
    input: (name, _, rows, columns) => filled(rows, columns, (i, j) => values[name]?.[i * columns + j] ?? NaN)
  })
  return entriesOf(evaluate(world, termOf(text)))
}

describe('a formula in plain text is worth what it says', () => {
  test.each<readonly [string, ReadonlyArray<number>]>([
    ['x[1]', [1]], ['A[2, 3]', [6]], ['A[2]', [4, 5, 6]], ['x[2..3]', [2, 3]], ['A[1..2, 2]', [2, 5]],
    ['A[1, 2..3]', [2, 3]],
    ['x^2', [1, 4, 9]], ['sum(x^2)', [14]], ['sum(x, y)', [21]], ['mean(y)', [5]], ['norm(x - y)^2', [27]],
    ['dot(x, y)', [32]],
    ['A*x', [14, 32]], ['A\'[3, 2]', [6]], ['x\'*y', [32]], ['x .* y', [4, 10, 18]], ['x . y', [32]], ['A[1] x', [14]],
    ['sum(i, 1, 3, i x[i])', [14]], ['product(i, 1, 3, x[i])', [6]], ['sum over i = 1..3 where i != 2 of x[i]', [4]],
    ['max over i of x[i]', [3]],
    ['onehot(2, 3)', [0, 1, 0]], ['indicator(t >= 2)', [1]], ['[t < 2]', [0]], ['max(x)', [3]],
    ['max(2, x)', [2, 2, 3]],
    ['hypot(x, 3, 1)', [Math.sqrt(24)]], ['{ 1 where t > 5; 2 where t > 1; 3 }', [2]],
    ['[t, 1]', [2, 1]], ['[[1, 2, 3]]*x', [14]], ['[[1, 0, 0], [0, 1, 0]]*x', [1, 2]],
    ['2alpha', [1]], ['alpha t^2', [2]], ['-t^2', [-4]], ['2^-1', [0.5]], ['2^3^2', [512]], ['(-t)^2', [4]],
    ['t - -1', [3]], ['1.5e-3', [0.0015]],
    ['d(t^3)/d(t)', [12]], ['d(sum(x^2))/d(x)', [2, 4, 6]], ['w_star[3]', [9]], ['6/t/3', [1]], ['6/t*3', [9]]
  ])('%s', (text, worth) => {
    expect(valueOf(text)).toEqual(worth)
  })
})

describe('names', () => {
  test.each([
    ['alpha', '\\alpha'], ['w_star', 'w^*'], ['beta', '\\beta'], ['y_hat', '\\hat{y}'], ['rate', 'rate'],
    ['x_1', 'x_1'], ['sinx', 'sinx']
  ])('%s', (text, name) => {
    expect(termOf(text)).toMatchObject({ kind: 'name', name })
  })

  test('two that are spelled alike are told', () => {
    const both: Scope = new Map(
      [['u', { kind: 'variable', type: type(1) }], ['\\mathbf{u}', { kind: 'variable', type: type(1) }]] as const
    )
    const found = parsePlain('1 + u', both)
    expect(isLeft(found) && [found.left.got, found.left.span]).toEqual(
      ['u, which may be u or \\mathbf{u}', { from: 4, to: 5 }]
    )
  })

  test('before a bracket', () => {
    expect(['h(t)', 't(alpha + 1)', 'f(t)', 'h\'(t)', 'f\'(t)', 'A\'(x)'].map(text => plain(termOf(text))))
      .toEqual(['h(t)', 't * (alpha + 1)', 'f(t)', 'h\'(t)', 'f\'(t)', 'A\' x'])
  })
})

describe('what has two readings or none is refused where it stands', () => {
  test.each([
    ['1/2t', 't | brackets: 1 / (2 t) or (1 / 2) t, not what is read in both ways'],
    ['1/2(t + 1)', '( | brackets: 1 / (2 * (t + 1)) or (1 / 2) * (t + 1), not what is read in both ways'],
    ['t + * 3', '* | a number, a name or a bracket, not *'],
    ['(t + 1', ' | an operator or ), not the end'],
    ['t)', ') | an operator or the end, not )'],
    ['x[]', '] | an index, counted from 1, not ]'],
    ['x[1..k]', '1..k | a slice between whole numbers, x[1..3], not another'],
    ['x[3..1]', '3..1 | a slice between whole numbers, x[1..3], not another'],
    ['2 3', '3 | an operator, not 3'],
    ['sin t', 't | ( after sin, not t'],
    ['max()', ') | a number, a name or a bracket, not )'],
    ['max(t,, 1)', ') | a number, a name or a bracket, not nothing beside a comma'],
    ['|t|', '| | what a formula is made of, not a bar (write abs(x) or norm(x))'],
    ['t.x', '. | what a formula is made of, not a property access'],
    ['t{1}', '{ | an operator, as t is no sequence, not {'],
    ['product(x)', 'product | product(i, 1, n, ...), not a product over nothing'],
    ['indicator(t)', '(t) | a relation, as in indicator(a >= b), not none'],
    ['dot(x)', 'dot | dot with 2 arguments, not 1'],
    ['1e400', '1e400 | a number between 5e-324 and 1.79e308, not 1e400'],
    ['d(t)/d(t)^2', '^ | brackets before ^: (d(y)/d(x))^, not ^'],
    [`${'('.repeat(102)}t`, '( | at most 100 brackets inside each other, not one nested too deeply'],
    [Array(30_000).fill('t').join('^'), 't | at most 100 brackets inside each other, not one nested too deeply']
  ])('%s', (text, expected) => {
    const found = parsePlain(text, scope)
    const { expected: wanted = '', got = '', span: where = { from: 0, to: 0 } } = isLeft(found) ? found.left : {}
    expect(`${text.slice(where.from, where.to)} | ${wanted}, not ${got}`).toBe(expected)
  })

  test.each([
    ['x + A', 'two sides of one shape, a vector of 3 entries; or "broadcast rows" declared'],
    ['sin(t, t)', 'sin with 1 argument'], ['A^2', 'a number or a vector'],
    ['exp(x, y)', 'exp with 1 argument'], ['onehot(1)', 'onehot with 2 arguments']
  ])('%s does not fit', (text, expected) => {
    const found = typeOf(scope, termOf(text))
    expect(isLeft(found) ? found.left.expected : 'fits').toBe(expected)
  })
})
