import { describe, expect, test } from 'vitest'
import { type Graph, reverse, text, variablesOf } from '../../src/expression/index.js'
import { parse, type Shapes } from '../../src/formula/index.js'
import { float64 } from '../../src/number/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'

const read = (formula: string, shapes: Shapes = {}): string => text(orThrow(parse(formula, shapes)))
const refusal = (formula: string, shapes: Shapes = {}): string => {
  const found = parse(formula, shapes)
  return isLeft(found) ? found.left.message : `parsed as ${text(found.right)}`
}

describe('reads', () => {
  test.each([
    ['2w2', '2 * w2'], ['2(x+1)(y)', '2 * (x + 1) * y'], ['pi(x+1)', 'pi * (x + 1)'],
    ['x**2', 'x^2'], ['-x^2', '-x^2'],
    ['x^-2', 'x^(-2)'], ['x^2^3', 'x^8'], ['x^(4/2)', 'x^2'], ['x^(2/4)', 'sqrt(x)'], ['x^(7/2-1/2)', 'x^3'],
    ['x^sqrt(9)', 'x^3'], ['x^(4/6)', 'x^(2/3)'],
    ['5^(2^3)*x', '390625 * x'], ['(2/3)^-2', '2.25'], ['0^0', '1'], ['x + -1', 'x - 1'], ['x - -1', 'x + 1'],
    ['x^0.5', 'sqrt(x)'], ['e^x', 'exp(x)'],
    ['2^x', '2^x'], ['ln(x)', 'log(x)'], ['σ(x)', 'sigmoid(x)'],
    ['x - (y - z)', 'x - (y - z)'], ['max(x, y, z)', 'max(max(x, y), z)'], ['.5x', '0.5 * x'], ['1e-7', '0.0000001'],
    ['-3', '-3'],
    ['x\n + y', 'x + y'], ['1e5x', '100000 * x'], ['+x', 'x'], ['norm([x, 3, y])', 'hypot(x, 3, y)'],
    ['constructor + __proto__', 'constructor + __proto__']
  ])('%s', (formula, meaning) => {
    expect(read(formula)).toBe(meaning)
  })

  test('lists', () => {
    expect(read('dot(x, w) + sum(x) * norm(w)', { x: [2, 1], w: [2, 1] }))
      .toBe('sum(x[1] * w[1], x[2] * w[2]) + sum(x[1], x[2]) * hypot(w[1], w[2])')
  })

  test('decimals exactly', () => {
    const graph = orThrow(parse('0.1234567890123456789012345 + 1e-300'))
    expect(graph.nodes[0]).toEqual(
      { kind: 'constant', value: { num: 246913578024691357802469n, den: 2000000000000000000000000n } }
    )
  })

  test('shared subexpressions once, and inputs in their order', () => {
    const graph: Graph = orThrow(parse('exp(exp(w1)+exp(2*w2))+sin(exp(w1)+exp(2*w2))'))
    expect(variablesOf(graph)).toEqual(['w1', 'w2'])
    expect(graph.nodes.filter(({ kind }) => kind === 'operation')).toHaveLength(7)
    expect(Object.isFrozen(graph) && Object.isFrozen(graph.nodes) && graph.nodes.every(Object.isFrozen)).toBe(true)
  })

  test('a sum of 5000 terms, 5000 deep, and a 100 brackets', () => {
    const graph = orThrow(parse(`${'x*y+'.repeat(5000)}y`))
    expect(reverse(float64)(graph, { x: 2, y: 3 }).gradient).toEqual({ x: 15000, y: 10001 })
    expect(read(`${'('.repeat(100)}x${')'.repeat(100)}`)).toBe('x')
  })
})

describe('refuses, with the place and what was expected', () => {
  test.each([
    ['x + * 3', 'line 1, column 5: expected a number, a name or a bracket, got *\n  x + * 3\n      ^'],
    ['x\n+ (y\n * ) 3', 'line 3, column 4: expected a number, a name or a bracket, got )\n   * ) 3\n     ^'],
    ['(x+1', 'line 1, column 5: expected an operator or ), got the end\n  (x+1\n      ^'],
    ['2 3', 'line 1, column 3: expected an operator, got 3\n  2 3\n    ^'],
    ['x = 3',
      'line 1, column 3: expected an operator or the end, got a relation (values are given with --at)\n  x = 3\n    ^'],
    ['', 'the formula: expected a formula, got nothing'], [' \n ', 'the formula: expected a formula, got nothing']
  ])('%j', (formula, message) => {
    expect(refusal(formula)).toBe(message)
  })

  test.each([
    ['import("fs")', 'a string'], ['import(x)', 'a call of import'], ['config({})', 'a value, got }'],
    ['f(x)', 'a call of f'], ['x(y)', 'a call of x'],
    ['constructor(x)', 'a call of constructor'], ['a.b', 'a property access'],
    ['a.constructor("return 1")()', 'a property access'],
    ['x/2y', 'x / (2 y) or (x / 2) y'], ['x[1]', 'an array before a subscript'],
    ['norm([x])[1]', 'an array before a subscript'], ['[1, 2]', 'expected a number, got a vector of 2 entries'],
    ['x; y', 'an operator or the end, got ;'], ['x!', 'a factorial'],
    ['x # y', 'a comment'], ['"x"', 'a string'], ['x ? 1 : 2', 'a condition'], ['1:3', 'a colon'],
    ['{a: 1}', 'a colon'],
    ['x mod y', 'the reserved word mod'],
    ['true', 'the reserved word true'], ['NaN', 'the reserved word NaN'],
    ['sin(1, 2)', 'expected sin with 1 argument, got 2'],
    ['max()', 'a number, a name or a bracket, got )'], ['sin x', 'expected ( after sin, got x'],
    ['a, b', 'an operator or the end, got a comma'],
    ['(x]', 'expected an operator or ), got ]'], ['x))', 'expected an operator or the end, got )'],
    ['1e400', 'a number between 5e-324 and 1.79e308'],
    ['dot([x, y], [1])', 'two arrays of one shape, a vector of 2 entries, got a number']
  ])('%s', (formula, words) => {
    expect(refusal(formula)).toContain(words)
  })

  test('a list where a number should be', () => {
    expect(refusal('x + 1', { x: [2, 1] })).toContain('a vector of 2 entries')
    expect(refusal('sin(x)', { x: [2, 1] })).toContain('a vector of 2 entries')
  })

  test('what is too long or too deep, at once', () => {
    expect(refusal(`${'('.repeat(10_000)}x${')'.repeat(10_000)}`)).toContain('at most 100 brackets inside each other')
    expect(refusal('x+'.repeat(500_000))).toContain('at most 100000 characters, got 1000000')
    expect(refusal(`${'-'.repeat(60_000)}x`)).toContain('expected a number, a name or a bracket, got -')
    expect(refusal(Array(30_000).fill('x').join('^'))).toContain('nested too deeply')
  })
})
