import { describe, expect, test } from 'vitest'
import { type Graph, parse, reverse, text, variablesOf } from '../../src/expression/index.js'
import { float64 } from '../../src/number/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'

const read = async (formula: string, lists = {}): Promise<string> => text(orThrow(await parse(formula, { lists })))
const refusal = async (formula: string, lists = {}): Promise<string> => {
  const found = await parse(formula, { lists })
  return isLeft(found) ? found.left.message : `parsed as ${text(found.right)}`
}

describe('reads', () => {
  test.each([
    ['2w2', '2 * w2'], ['x/2y', 'x / (2 * y)'], ['2(x+1)(y)', '2 * (x + 1) * y'], ['pi(x+1)', 'pi * (x + 1)'],
    ['x**2', 'x^2'], ['-x^2', '-x^2'],
    ['x^-2', 'x^(-2)'], ['x^2^3', 'x^(2^3)'], ['x^0.5', 'sqrt(x)'], ['e^x', 'exp(x)'],
    ['2^x', '2^x'], ['ln(x)', 'log(x)'], ['σ(x)', 'sigmoid(x)'],
    ['x - (y - z)', 'x - (y - z)'], ['max(x, y, z)', 'max(max(x, y), z)'], ['.5x', '0.5 * x'], ['1e-7', '0.0000001'], ['-3', '-3'],
    ['x\n + y', 'x + y'], ['1e5x', '100000 * x'], ['+x', 'x'], ['norm([x, 3, y])', 'hypot(x, 3, y)'],
    ['constructor + __proto__', 'constructor + __proto__']
  ])('%s', async (formula, meaning) => {
    expect(await read(formula)).toBe(meaning)
  })

  test('lists', async () => {
    expect(await read('dot(x, w) + sum(x) * norm(w)', { x: 2, w: 2 }))
      .toBe('sum(x[0] * w[0], x[1] * w[1]) + sum(x[0], x[1]) * hypot(w[0], w[1])')
  })

  test('decimals exactly', async () => {
    const graph = orThrow(await parse('0.1234567890123456789012345 + 1e-300'))
    expect(graph.nodes[0]).toEqual({ kind: 'constant', value: { num: 246913578024691357802469n, den: 2000000000000000000000000n } })
  })

  test('shared subexpressions once, and inputs in their order', async () => {
    const graph: Graph = orThrow(await parse('exp(exp(w1)+exp(2*w2))+sin(exp(w1)+exp(2*w2))'))
    expect(variablesOf(graph)).toEqual(['w1', 'w2'])
    expect(graph.nodes.filter(({ kind }) => kind === 'operation')).toHaveLength(7)
    expect(Object.isFrozen(graph) && Object.isFrozen(graph.nodes) && graph.nodes.every(Object.isFrozen)).toBe(true)
  })

  test('a sum of 5000 terms, 5000 deep, and a 100 brackets', async () => {
    const graph = orThrow(await parse(`${'x*y+'.repeat(5000)}y`))
    expect(reverse(float64)(graph, { x: 2, y: 3 }).gradient).toEqual({ x: 15000, y: 10001 })
    expect(await read(`${'('.repeat(100)}x${')'.repeat(100)}`)).toBe('x')
  })
})

describe('refuses, with the place and what was expected', () => {
  test.each([
    ['x + * 3', 'line 1, column 5: expected a number, a name or (, got *\n  x + * 3\n      ^'],
    ['x\n+ (y\n * ) 3', 'line 3, column 4: expected a number, a name or (, got )\n   * ) 3\n     ^'],
    ['(x+1', 'line 1, column 5: expected an operator or ), got the end\n  (x+1\n      ^'],
    ['2 3', 'line 1, column 3: expected an operator, got 3\n  2 3\n    ^'],
    ['x = 3',
      'line 1, column 3: expected a number, a name or one of + - * / ^ ( ) [ ], got an assignment (values are given with --at)\n  x = 3\n    ^'],
    ['', 'the formula: expected a formula, got nothing'], [' \n ', 'the formula: expected a formula, got nothing']
  ])('%j', async (formula, message) => {
    expect(await refusal(formula)).toBe(message)
  })

  test.each([
    ['import("fs")', 'a call of import'], ['config({})', 'a call of config'], ['f(x)', 'a call of f'], ['x(y)', 'a call of x'],
    ['constructor(x)', 'a call of constructor'], ['a.b', 'a property access'], ['a.constructor("return 1")()', 'a property access'],
    ['x[1]', 'indexing'],
    ['norm([x])[1]', 'indexing'], ['[1, 2]', 'a list'], ['x; y', 'a second statement'], ['x!', 'a factorial'],
    ['x\'', 'a string or transpose'],
    ['x # y', 'a comment'], ['"x"', 'a string'], ['x ? 1 : 2', 'a condition'], ['1:3', 'a range'], ['{a: 1}', 'an object'],
    ['x mod y', 'the reserved word mod'],
    ['true', 'the reserved word true'], ['NaN', 'the reserved word NaN'], ['sin(1, 2)', 'expected sin with 1 argument, got 2'],
    ['max()', 'expected max with at least 1 argument, got 0'], ['sin x', 'expected ( after sin, got x'], ['a, b', 'a comma outside a call'],
    ['(x]', 'expected ), got ]'], ['x))', 'expected an operator or the end, got )'], ['1e400', 'a number between 5e-324 and 1.79e308'],
    ['dot([x, y], [1])', 'dot of lists of 2 and 1 numbers']
  ])('%s', async (formula, words) => {
    expect(await refusal(formula)).toContain(words)
  })

  test('a list where a number should be', async () => {
    expect(await refusal('x + 1', { x: 2 })).toContain('a list where a number should be')
    expect(await refusal('sin(x)', { x: 2 })).toContain('a list where a number should be')
  })

  test('what is too long or too deep, at once', async () => {
    expect(await refusal(`${'('.repeat(10_000)}x${')'.repeat(10_000)}`)).toContain('at most 100 brackets inside each other')
    expect(await refusal('x+'.repeat(500_000))).toContain('at most 100000 characters, got 1000000')
    expect(await refusal(`${'-'.repeat(60_000)}x`)).toContain('nested too deeply')
    expect(await refusal(Array(30_000).fill('x').join('^'))).toContain('nested too deeply')
  })
})
