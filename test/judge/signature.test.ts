import { describe, expect, test } from 'vitest'
import { isKept, nameOf, readSignature, type Slot } from '../../src/bridge/signature.js'

const name = (word: string): Slot => ({ kind: 'name', name: word })
const number = (value: number): Slot => ({ kind: 'number', value })
const record = (of: Readonly<Record<string, Slot>>): Slot => ({ kind: 'record', of })

describe('a signature', () => {
  test('has a name, arguments and results', () => {
    expect(readSignature('affine_forward(x, w, b) -> out, cache')).toEqual({
      name: 'affine_forward', arguments: [name('x'), name('w'), name('b')], results: [name('out'), name('cache')]
    })
  })
  test('may be without arguments, and spaces do not count', () => {
    expect(readSignature(' f ( )->y')).toEqual({ name: 'f', arguments: [], results: [name('y')] })
  })
  test('may be of a method: what its object is made with stands before', () => {
    const method = readSignature('Net(D, H, 1e-3).loss(X, y) -> scores')
    expect(method).toEqual({
      name: 'loss', arguments: [name('X'), name('y')], results: [name('scores')],
      of: { name: 'Net', arguments: [name('D'), name('H'), number(1e-3)] }
    })
    expect([nameOf(method), nameOf(readSignature('loss(X) -> scores'))]).toEqual(['Net.loss', 'loss'])
  })
  test('has records, whose keys stand for themselves where nothing else is said', () => {
    expect(readSignature('f({mode: train, eps}) -> y').arguments).toEqual([
      record({ mode: name('train'), eps: name('eps') })
    ])
    expect(readSignature('f({}) -> y').arguments).toEqual([record({})])
  })
  test('has records in records', () => {
    expect(readSignature('f({a: {b: c, d: {e: 1}}, g}, x) -> y').arguments).toEqual([
      record({ a: record({ b: name('c'), d: record({ e: number(1) }) }), g: name('g') }), name('x')
    ])
  })
  test('has results in records', () => {
    expect(readSignature('f(X) -> loss, {W1: dW1, b1: db1}').results).toEqual([
      name('loss'), record({ W1: name('dW1'), b1: name('db1') })
    ])
  })
  test.each([
    ['1', 1], ['-2', -2], ['0.25', 0.25], ['1.', 1], ['1e-5', 1e-5], ['2.5E3', 2500], ['1e+2', 100]
  ])('reads the number %s', (text, value) => {
    expect(readSignature(`f(${text}, {eps: ${text}}) -> y`).arguments).toEqual([
      number(value), record({ eps: number(value) })
    ])
  })
  test('keeps what is called cache, and nothing else', () => {
    const { results } = readSignature('f(x) -> caches, cache, {cache: squares}, 1')
    expect(results.map(isKept)).toEqual([false, true, false, false])
  })
})

const slot = 'a name, a number or { key: name, ... }'

describe('what is no signature is refused, with what was expected and what came', () => {
  test.each([
    ['', 'the signature without a word: expected the name of a function, got its end'],
    ['3(x) -> y', 'the signature 3(x) -> y: expected the name of a function, got 3'],
    ['f', 'the signature f: expected (, got its end'],
    ['f(', `the signature f(: expected ${slot}, got its end`],
    ['f(x', 'the signature f(x: expected ), got its end'],
    ['f(x y) -> z', 'the signature f(x y) -> z: expected ), got y'],
    ['f(x,) -> y', `the signature f(x,) -> y: expected ${slot}, got )`],
    ['f(x)', 'the signature f(x): expected ->, got its end'],
    ['f(x) y', 'the signature f(x) y: expected ->, got y'],
    ['f(x) ->', `the signature f(x) ->: expected ${slot}, got its end`],
    ['f(x) -> y z', 'the signature f(x) -> y z: expected its end, got z'],
    ['f({3}) -> y', 'the signature f({3}) -> y: expected a key or }, got 3'],
    ['f({a b}) -> y', 'the signature f({a b}) -> y: expected }, got b'],
    ['f({a: }) -> y', `the signature f({a: }) -> y: expected ${slot}, got }`],
    ['A(x).(y) -> z', 'the signature A(x).(y) -> z: expected the name of a method, got ('],
    ['A(x).f -> z', 'the signature A(x).f -> z: expected (, got ->']
  ])('%s', (text, message) => {
    expect(() => readSignature(text)).toThrow(expect.objectContaining({ name: 'Refusal', message }))
  })
})
