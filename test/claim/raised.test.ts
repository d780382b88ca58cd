import { expect, test } from 'vitest'
import { asRaised, definedBy, isUndecided, judgedBy, Raised } from '../../src/claim/raised.js'
import { Refusal } from '../../src/prelude/index.js'

const caught = (run: () => unknown): unknown => {
  try { return run() } catch (error) { return error }
}
const raising = (error: unknown) => (): never => { throw error }

test('what is returned is handed on', () => {
  expect(judgedBy('swish', () => 5)).toBe(5)
  expect(definedBy('its definition', () => 6)).toBe(6)
})

test('what the judged function raises is its own, and what a definition raises is not', () => {
  const judged = caught(() => judgedBy('swish', raising(new RangeError('too large'))))
  expect(judged).toBeInstanceOf(Raised)
  expect(judged).toMatchObject(
    { name: 'Raised', message: 'swish raised RangeError: too large', who: 'swish', isJudged: true }
  )
  const defined = caught(() => definedBy('its definition', raising('no')))
  expect(defined).toBeInstanceOf(Raised)
  expect(defined).toMatchObject(
    { message: 'its definition raised "no", which is no Error', who: 'its definition', isJudged: false }
  )
})

test('the innermost says whose it is', () => {
  const inner = new Raised('inner', false, new Error('no'))
  expect(caught(() => judgedBy('outer', raising(inner)))).toBe(inner)
  expect(asRaised('outer', inner)).toBe(inner)
})

test('whatever else was caught is named after who ran it, and is not held against the judged function', () => {
  const raised = asRaised('the formula', new Error('no'))
  expect(raised).toBeInstanceOf(Raised)
  expect(raised).toMatchObject(
    { name: 'Raised', message: 'the formula raised Error: no', who: 'the formula', isJudged: false }
  )
})

const N = { add: 1, mul: 2 }
const help = (message: string, given: object | undefined = N) => asRaised('the formula', new TypeError(message), given)

test('where a function of N is missing, the message names it and what N has', () => {
  const told = (missing: string) => `N has no \`${missing}\`; it has add, mul`
  const whole = help('N.plus is not a function')
  expect(whole).toBeInstanceOf(Raised)
  expect(whole).toMatchObject({
    message: `the formula raised TypeError: N.plus is not a function: ${told('plus')}`, who: 'the formula',
    isJudged: false
  })
  expect(help('plus is not a function').message).toBe(
    `the formula raised TypeError: plus is not a function: ${told('plus')}`
  )
  expect(help('the value plus is not a function').message)
    .toBe(`the formula raised TypeError: the value plus is not a function: ${told('plus')}`)
  expect(help('(intermediate value).plus is not a function').message)
    .toBe(`the formula raised TypeError: (intermediate value).plus is not a function: ${told('plus')}`)
})

test('there is no help where N has it, where no name is given, or where the error is another', () => {
  expect(help('N.add is not a function').message).toBe('the formula raised TypeError: N.add is not a function')
  expect(help('N[0] is not a function').message).toBe('the formula raised TypeError: N[0] is not a function')
  expect(help('N.plus is not iterable').message).toBe('the formula raised TypeError: N.plus is not iterable')
  expect(asRaised('the formula', new TypeError('N.plus is not a function')).message)
    .toBe('the formula raised TypeError: N.plus is not a function')
  expect(asRaised('the formula', new Error('N.plus is not a function'), N).message)
    .toBe('the formula raised Error: N.plus is not a function')
})

test('a refusal is undecided by its tag alone', () => {
  expect(isUndecided(new Refusal('undecided', 'max', 'a number', 'x'))).toBe(true)
  expect(isUndecided(new Refusal('domain', 'max', 'a number', 'x'))).toBe(false)
  expect(isUndecided(Object.assign(new Error('no'), { tag: 'undecided' }))).toBe(false)
  expect(isUndecided(undefined)).toBe(false)
})
