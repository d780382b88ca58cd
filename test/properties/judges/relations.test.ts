import { describe, expect, test } from 'vitest'
import { finiteEntries } from '../../../properties/judges/finite.js'
import { inWords, isOfShape, isTensor, shapeRelations, wrongForm } from '../../../properties/judges/form.js'
import { beside } from '../../../properties/judges/beside.js'
import { type Call, interleaved } from '../../../properties/judges/interleaved.js'
import { answerOf, refuses } from '../../../properties/judges/refuses.js'
import { copies, copy, sameBits, sameEntries } from '../../../properties/judges/sameBits.js'
import { refuse } from '../../../src/prelude/index.js'
import { measurePlain } from '../../../src/claim/plain.js'
import { type Relation, spelled } from '../../../src/claim/Relation.js'
import * as T from '../../../src/tensor/index.js'

const told = <A>(relations: ReadonlyArray<Relation<A>>): ReadonlyArray<readonly [A, string, A, string]> =>
  relations.map(({ kind, left, right, place }) => [left, kind, right, spelled(place)])
const broken = (relations: ReadonlyArray<Relation<unknown>>): ReadonlyArray<string> =>
  relations.filter(({ left, right }) => !Object.is(left, right)).map(({ place }) => spelled(place))

test('a double beside the enclosure in which it should lie', () => {
  const known = { lo: 1, hi: 2 }
  expect(beside('layer', 'definition', 1.5, known, 'y[0]', { among: [known], size: 3 }))
    .toEqual(
      { kind: '=', left: 1.5, right: known, place: 'y[0]', sides: ['layer', 'definition'], among: [known], size: 3 }
    )
})

describe('finite entries', () => {
  test('are one relation, of the largest', () => {
    expect(told(finiteEntries(T.fromFlat([3], [1, -7, 2]), 'y'))).toEqual([[7, '<=', Number.MAX_VALUE, 'y']])
    expect(told(finiteEntries(T.fromFlat([0], []), 'y'))).toEqual([[0, '<=', Number.MAX_VALUE, 'y']])
  })
  test('others are named', () => {
    expect(told(finiteEntries(T.fromFlat([2, 2], [1, -Infinity, 2, NaN]), 'dx')))
      .toEqual([[Infinity, '<=', Number.MAX_VALUE, 'dx[0,1]'], [NaN, '<=', Number.MAX_VALUE, 'dx[1,1]']])
  })
})

describe('the form of an answer', () => {
  test('is told in words', () => {
    expect([undefined, null, T.fromFlat([2, 1], [1, 2]), [1], new Float64Array(2), { y:
      1, dy: 2 }, {}, 3, 'a', () => 1].map(inWords))
      .toEqual([
      'nothing', 'nothing', 'a tensor of shape 2x1', 'an array', 'an array', 'an object with y, dy',
      'an object with no fields',
      'a number', 'a string', 'a function'
    ])
  })
  test('a tensor has a shape of whole sizes, and data', () => {
    const data = new Float64Array(2)
    expect([T.fromFlat([2], [1, 2]), { shape: [], data }, { shape: [0], data }].map(isTensor)).toEqual(
      [true, true, true]
    )
    expect([undefined, null, 3, {}, { shape: [2] }, { data }, { shape: 2, data }, { shape: [1.5], data }, {
      shape: [-1], data
    },
      { shape: [2], data: 3 }].map(isTensor))
      .toEqual(Array(10).fill(false))
  })
  test('an answer that cannot be read is one violation', () => {
    const [relation, ...more] = wrongForm('a tensor', 'nothing')
    expect([relation?.sides, relation?.left, relation?.right, spelled(relation?.place ?? ''), more])
      .toEqual([['parts of that form', 'expected'], 0, 1, 'the answer should be a tensor, and is nothing', []])
  })
  test('a shape has its axes, their sizes, and as many entries', () => {
    const t = { shape: [2, 3], data: new Float64Array(5) } as unknown as T.Tensor
    expect([isOfShape(t, [2, 3]), isOfShape(T.fromFlat([2], [1, 2]), [2]), isOfShape(T.fromFlat([2], [1, 2]), [2, 1])])
      .toEqual([false, true, false])
    const place = (what: string): string => `${what} of y, whose shape is 2x3 where`
    expect(told(shapeRelations(t, [2, 4], 'y'))).toEqual([
      [2, '=', 2, `${place('axis 0')} 2x4 is expected`], [3, '=', 4, `${place('axis 1')} 2x4 is expected`], [5, '=', 8,
        `${place('the number of entries')} 2x4 is expected`]
    ])
    expect(told(shapeRelations(t, [6], 'y'))).toEqual([[2, '=', 1, `${place('the number of axes')} 6 is expected`]])
    expect(shapeRelations(t, [2, 3], 'y').every(({ sides }) => sides?.join() === 'found,expected')).toBe(true)
  })
})

describe('the same bits', () => {
  const t = T.fromFlat([2], [1, -0])
  test('are one relation; other entries are named, other shapes told', () => {
    expect(told(sameBits(t, T.fromFlat([2], [1, -0]), 'y'))).toEqual([[0, '=', 0, 'y']])
    expect(told(sameBits(t, T.fromFlat([2], [2, -0]), 'y'))).toEqual([[1, '=', 2, 'y[0]'], [-0, '=', -0, 'y[1]']])
    expect(told(sameBits(t, T.fromFlat([2, 1], [1, -0]), 'y'))).toEqual([[2, '=', NaN, 'y has the shape 2, not 2x1']])
  })
  test.each([[0, -0], [Infinity, -Infinity], [NaN, Infinity]])('tell %d from %d, which entries alone do not', (a, b) => {
    const [one, other] = [T.fromNested([a, 1]), T.fromNested([b, 1])]
    expect(told(sameBits(one, other, 'y')).at(-1)).toEqual([0, '=', 1, 'y: the signs of 0, infinities and NaN'])
    expect(sameEntries(one, other, 'y').every(relation => measurePlain(relation).outcome !== 'violated')).toBe(true)
    expect(told(sameBits(one, one, 'y'))).toEqual([[0, '=', 0, 'y']])
  })
  test('a copy has them, in memory of its own', () => {
    expect([T.identical(copy(t), t), copy(t).data === t.data, copies({ t })['t']?.data === t.data]).toEqual(
      [true, false, false]
    )
  })
})

describe('a refusal', () => {
  test('names the function; another error is none', () => {
    const relation = (
      call: () => unknown
    ): readonly [number, string] => { const { left, place } = refuses(call, 'affine'); return [left,
      spelled(place)] }
    expect([
      () => refuse('shape', 'affine', 'x', 'y'), () => refuse('shape', 'conv', 'x', 'y'), () => 3,
        () => { throw new TypeError('affine: expected x') }
    ].map(relation)).toEqual(
      [[1, 'affine refuses'], [0, 'affine refuses'], [0, 'affine refuses'], [0, 'affine refuses']]
    )
    expect([answerOf(() => 3), answerOf(() => refuse('shape', 'affine', 'x', 'y'))]).toEqual([3, NaN])
  })
})

describe('interleaved calls', () => {
  const [x, other] = [T.fromFlat([2], [1, 2]), T.fromFlat([2], [5, 7])]
  const call = (run: Call['run'], inputs: Call['inputs']): Call => ({ inputs, run })
  const judged = (run: Call['run']): ReadonlyArray<string> =>
    broken(interleaved(call(run, { x }), [call(run, { x: other }), call(run,
      { x: T.fromFlat([1], [3]) })]))
  const twice = (t: T.Tensor): T.Tensor => T.mul(t, 2)
  const given = (inputs: Call['inputs']): T.Tensor => inputs['x'] as T.Tensor
  test('of a pure function differ in nothing', () => {
    expect(judged(inputs => ({ now: { y: twice(given(inputs)) }, later: () => ({ dx: twice(given(inputs)) }) })))
      .toEqual([])
    expect(judged(inputs => ({ now: { y: twice(given(inputs)) } }))).toEqual([])
  })
  test('see what is kept in a variable', () => {
    let kept = x
    expect(judged(inputs => { kept = given(inputs); return { now: {}, later: () => ({ dx: twice(kept) }) } }).length)
      .toBeGreaterThan(0)
  })
  test('see a buffer that is used again', () => {
    const buffer = T.fromFlat([2], [0, 0])
    const filled = (t: T.Tensor): T.Tensor => { (buffer.data as Float64Array).set(t.data); return buffer }
    expect(judged(inputs => ({ now: { y: filled(given(inputs)) } }))).toContain('y[0] after other calls')
    const later = (inputs: Call['inputs']) => ({ now: {}, later: () => ({ dx: filled(given(inputs)) }) })
    expect(judged(later)).toContain('dx[0] after others were asked for')
  })
  test('see inputs that are written', () => {
    expect(judged(inputs => { (given(inputs).data as Float64Array).fill(9); return { now: {} } })).toContain(
      'x[0] after the call'
    )
  })
  test('see an answer that is another when it is asked for again', () => {
    expect(judged(inputs => { let n = 0; return { now: {}, later: () => ({ dx: T.mul(given(inputs),
      ++n) }) } })).toContain('dx[0] asked for again')
    const own = (inputs: Call['inputs']) => { const dx = copy(given(inputs)); let n = 0; return { now: {},
      later: () => { if (n++ > 0) (dx.data as Float64Array).fill(8); return { dx } } } }
    expect(judged(own)).toContain('dx[0] after it was asked for again')
  })
  test('see a function that counts its calls', () => {
    let n = 0
    expect(judged(inputs => ({ now: { y: T.mul(given(inputs), ++n) } }))).toContain('y[0] after other calls')
  })
})
