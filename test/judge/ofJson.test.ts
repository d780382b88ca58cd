import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case, Contract } from '../../properties/contracts/Contract.js'
import { contractsOf } from '../../properties/contracts/courses.js'
import { readContracts } from '../../properties/contracts/ofJson.js'
import { arraysIn } from '../../properties/judging/called.js'
import type { NamedGrids } from '../../properties/layers/subject.js'
import { float64 } from '../../src/number/index.js'
import { mapRecord } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'

const shipped = contractsOf()

type Written = Readonly<Record<string, unknown>>

const read = (name: string, written: unknown): Contract =>
  readContracts(JSON.stringify({ [name]: written }), shipped)[0] as Contract

const sampled = ({ cases }: Contract): ReadonlyArray<Case> => fc.sample(cases, { seed: 5, numRuns: 20 })

const definedAt = ({ define }: Contract, given: Case): NamedGrids<number> =>
  define(float64)(mapRecord(arraysIn(given), T.toGrid), given)

const swish = {
  forward: 'swish_forward(x, beta) -> out, cache', backward: 'swish_backward(dout, cache) -> dx, dbeta',
  shapes: { x: ['N', 'D'], beta: [] }, definition: 'x / (1 + exp(-beta*x))'
}

const batchNorm = {
  like: 'batchnorm', forward: 'bn(x, gamma, beta, {mode: train, eps: 1e-5}) -> out, cache',
  backward: 'bn_back(dout, cache) -> dx, dgamma, dbeta'
}

const shippedOf = (forward: string, when?: string): Contract =>
  shipped.find(each => each.forward.startsWith(`${forward}(`) && each.when === when) as Contract

describe('a formula', () => {
  test('is computed entry by entry, and what has fewer axes is repeated', () => {
    const contract = read('swish', swish)
    expect(contract).toMatchObject({
      name: 'swish', forward: swish.forward, backward: [swish.backward],
      domain: 'out = x / (1 + exp(-beta*x)), entry by entry'
    })
    const given = { x: T.fromNested([[0, 1], [-2, 0.5]]), beta: T.fromFlat([], [2]) }
    const { out } = definedAt(contract, given)
    expect(out?.shape).toEqual([2, 2])
    expect(out?.entries).toEqual([0, 1, -2, 0.5].map(x => x / (1 + Math.exp(-2 * x))))
  })
  test('takes arrays of its shapes', () => {
    for (const given of sampled(read('swish', swish))) {
      const { x, beta } = arraysIn(given)
      expect([x?.shape.length, beta?.shape]).toEqual([2, []])
    }
  })
  test('has axes of size 1 and axes counted from the last, as numpy has', () => {
    const contract = read('scaled', {
      forward: 'f(x, a, b) -> out', shapes: { x: ['N', 'D'], a: ['N', 1], b: ['D'] }, definition: 'a x + b'
    })
    const given = { x: T.fromNested([[1, 2], [3, 4]]), a: T.fromNested([[10], [100]]), b: T.fromNested([5, 6]) }
    expect(definedAt(contract, given)['out']?.entries).toEqual([15, 26, 305, 406])
    expect(sampled(contract).every(each => arraysIn(each)['a']?.shape[1] === 1)).toBe(true)
  })
})

describe('a function that is like a shipped one', () => {
  test('promises the same under signatures of its own, with the constants that it fixes', () => {
    const contract = read('my_bn', batchNorm)
    const model = shippedOf('batchnorm_forward', 'in train mode')
    expect(contract).toMatchObject({
      name: 'my_bn', forward: batchNorm.forward, backward: [batchNorm.backward], when: 'in train mode', after: {}
    })
    expect(contract.defaults).toBeUndefined()
    const drawn = sampled(model)
    sampled(contract).forEach((given, i) => {
      // eps is fixed, momentum is its default, and running statistics are nowhere
      expect(given).toEqual({
        ...drawn[i], eps: 1e-5, momentum: 0.9, running_mean: undefined, running_var: undefined
      })
      expect(definedAt(contract, given)['out']).toMatchObject({
        entries: definedAt(model, { ...drawn[i], eps: 1e-5 })['out']?.entries
      })
    })
  })
  test('may have another number for a constant', () => {
    const contract = read('my_bn', { ...batchNorm, forward: 'bn(x, gamma, beta, {eps: 0.5}) -> out, cache' })
    expect(sampled(contract).every(({ eps }) => eps === 0.5)).toBe(true)
    expect(contract.when).toBe('in train mode')
  })
  test('in test mode is like that of test mode, with the default of a constant that is left out', () => {
    const contract = read('my_bn', {
      like: 'batchnorm',
      forward: 'bn(x, gamma, beta, {mode: test, running_mean: running_mean, running_var: running_var}) -> out, cache'
    })
    expect(contract).toMatchObject({
      when: 'in test mode', after: { running_mean: 'next_mean', running_var: 'next_var' }
    })
    expect(contract.backward).toBeUndefined()
    const drawn = sampled(shippedOf('batchnorm_forward', 'in test mode'))
    sampled(contract).forEach((given, i) => {
      expect(given).toEqual({ ...drawn[i], eps: 1e-5, momentum: 0.9 })
    })
  })
  test('draws a constant that it is given by name', () => {
    const contract = read('my_bn', { ...batchNorm, forward: 'bn(x, gamma, beta, eps) -> out, cache' })
    expect(new Set(sampled(contract).map(({ eps }) => eps)).size).toBeGreaterThan(1)
  })
  test('begins with no state where it has none', () => {
    const contract = read('step', { like: 'sgd_momentum', forward: 'step(w, dw, learning_rate) -> next_w' })
    const given = { ...sampled(contract)[0], w: T.fromNested([1]), dw: T.fromNested([8]), learning_rate: 0.25 }
    // velocity 0: one step of gradient descent
    expect(definedAt(contract, given)['next_w']?.entries).toEqual([-1])
    expect(given).toMatchObject({ velocity: undefined, momentum: 0.9 })
  })
  test('keeps the share of random results, at its own constants', () => {
    const { share } = read('drop', { like: 'dropout', forward: 'drop(x, p) -> out, cache' })
    expect(share?.caseFor(3)).toMatchObject({ p: 0.25, seed: undefined })
  })
})

describe('what is no contract is refused, with where, what was expected and what came', () => {
  const f = (more: Written): unknown => ({ forward: 'f(x) -> out, cache', shapes: { x: ['N', 'D'] }, definition: 'x', ...more })
  const bn = (more: Written): unknown => ({ ...batchNorm, ...more })
  const keys = 'like, forward, backward, shapes, definition'

  test.each<readonly [string, unknown, string]>([
    ['no object', 3, `the contract: expected an object with ${keys}, got 3`],
    ['another key', f({ forwrd: '' }), `the contract: expected no other keys than ${keys}, got forwrd; did you mean forward?`],
    ['no forward', {}, 'forward: expected a text, got nothing'],
    ['a forward that is no text', f({ forward: 3 }), 'forward: expected a text, got 3'],
    ['a backward that is no text', f({ backward: [] }), 'backward: expected a text, got an array'],
    ['a forward that is no signature', f({ forward: 'f(x)' }), 'forward: the signature f(x): expected ->, got its end'],
    ['a backward that is no signature', f({ backward: 'g' }), 'backward: the signature g: expected (, got its end'],
    ['both ways', f({ like: 'relu' }), 'the contract: expected like, or shapes and definition, got like and shapes'],
    ['no shapes', { forward: 'f(x) -> out' },
      'shapes: expected the axes of each array, as { "x": ["N", "D"] }; or what it is like, got nothing'],
    ['an array that is too large', f({ shapes: { x: ['N', 65] } }), 'shapes: x: expected at most 256 entries, where a letter '
      + 'stands for up to 4: small arrays show what is wrong, got 260 of ["N",65]'],
    ['a shape that is no list', f({ shapes: { x: 'N' } }),
      'shapes: x: expected a list of letters and sizes from 1, such as ["N", "D"] or [], got "N"'],
    ['an axis of size 0', f({ shapes: { x: [0] } }),
      'shapes: x: expected a list of letters and sizes from 1, such as ["N", "D"] or [], got [0]'],
    ['axes that do not fit', f({ forward: 'f(x, y) -> out', shapes: { x: ['N', 'D'], y: ['M'] } }),
      'shapes: expected axes that fit: counted from the last they are the same, or 1, got D beside M'],
    ['no definition', { forward: 'f(x) -> out', shapes: { x: [] } }, 'definition: expected a text, got nothing'],
    ['a name without a shape', f({ forward: 'f(x, beta) -> out', shapes: { x: [], beta: [] }, definition: 'x + bta' }),
      'definition: expected names that have a shape: x, beta, got bta; did you mean beta?'],
    ['no formula', f({ definition: 'x +' }),
      'definition: line 1, column 4: expected a number, a name or a bracket, got the end\n  x +\n     ^'],
    ['an argument without a shape', f({ forward: 'f(x, zeta) -> out' }), 'forward: expected names of arguments: x, got zeta'],
    ['a shape without an argument', f({ shapes: { x: [], beta: [] } }),
      'forward: expected among its arguments all names that have a shape, got none called beta'],
    ['no result with a name', f({ forward: 'f(x) -> cache' }),
      'forward: expected a name for its first result, as out in f(x) -> out, got f(x) -> cache'],
    ['another result', f({ forward: 'f(x) -> out, mask' }), 'forward: expected names of results: out, dx, cache, got mask'],
    ['another cotangent', f({ backward: 'g(dot, cache) -> dx' }),
      'backward: expected names that forward gives it: dout, cache, x, got dot; did you mean dout?'],
    ['a cache that forward does not give', f({ forward: 'f(x) -> out', backward: 'g(dout, cache) -> dx' }),
      'backward: expected names that forward gives it: dout, x, got cache'],
    ['another gradient', f({ backward: 'g(dout, cache) -> dbeta' }), 'backward: expected names of gradients: dx, got dbeta'],
    ['a like that is no text', bn({ like: 3 }), 'like: expected a text, got 3'],
    ['another mode', bn({ forward: 'bn(x, gamma, beta, {mode: eval}) -> out' }),
      'forward: expected a mode: train or test, got eval'],
    ['a mode where there is none', { like: 'relu', forward: 'r(x, {mode: train}) -> out' },
      'forward: expected no mode, since relu has none, got train'],
    ['another argument', bn({ forward: 'bn(x, gama, beta) -> out' }),
      'forward: expected names of arguments: x, gamma, beta, train, eps, momentum, running_mean, running_var, got gama; did you mean gamma?'],
    ['an argument that is needed', bn({ forward: 'bn(x) -> out, cache' }),
      'forward: expected all arguments that batchnorm needs, got none for gamma, beta'],
    ['statistics that are needed in test mode', bn({ forward: 'bn(x, gamma, beta, {mode: test}) -> out, cache' }),
      'forward: expected all arguments that batchnorm needs, got none for running_mean, running_var'],
    ['a number at another key', bn({ forward: 'bn(x, gamma, beta, {epz: 1}) -> out, cache' }),
      'forward: expected a number at a key that is a constant of batchnorm: eps, momentum, got epz: 1; did you mean eps?'],
    ['a number where there are no constants', { like: 'relu', forward: 'r(x, {eps: 1}) -> out' },
      'forward: expected no number in a record, since relu has no constants, got eps: 1'],
    ['another result of what it is like', { like: 'relu', forward: 'r(x) -> oat' },
      'forward: expected names of results: out, dx, cache, got oat; did you mean out?']
  ])('%s', (_, written, message) => {
    expect(() => read('mine', written)).toThrow(expect.objectContaining({ name: 'Refusal', message: `mine: ${message}` }))
  })
  test('something that is like nothing', () => {
    expect(() => read('mine', bn({ like: 'batchnrm' }))).toThrow(
      /^mine: like: expected one of affine, relu, .*, multi_head_attention, got batchnrm; did you mean batchnorm\?$/
    )
  })
  test('a text that is no JSON', () => {
    expect(() => readContracts('{ x', shipped)).toThrow(/^contracts: expected JSON, got .*position 2/)
  })
  test('JSON that is no object', () => {
    expect(() => readContracts('[]', shipped)).toThrow(
      expect.objectContaining({ message: 'contracts: expected an object of contracts by name, got an array' })
    )
  })
})
