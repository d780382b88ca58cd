import { measurePlain } from '../../src/claim/plain.js'
import { contains, hull, type Interval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case } from '../contracts/Contract.js'
import type { Bound } from '../layers/bound.js'
import { acceptedAtKinks } from '../layers/kinks.js'
import type { Named, NamedGrids } from '../layers/subject.js'
import { areKnown, entryOf, outside, wrongEntry } from './compared.js'
import type { Look } from './drawn.js'
import { fatal, type Found, noRemarks } from './Finding.js'
import { areNoise, errorsOf, type Outside } from './noise.js'
import { asLayer, gradientResiduals, knownGradients, otherwiseAtTies, type Question, widths } from './truth.js'

// The farthest of the entries outside say enough.
export const mostEntries = 4

/** Gradients that were answered, and what they should be the gradients of. */
export interface Pulled {
  readonly question: Question
  /** The inputs to which gradients belong. */
  readonly varying: ReadonlyArray<string>
  /** The results to which cotangents were given, in the order in which these are joined. */
  readonly outputs: ReadonlyArray<string>
  readonly dy: Tensor
  /** By the names of inputs. */
  readonly pulled: Named
  /** The same at a neighbour; undefined where there is no answer. */
  readonly again: (seed: number) => Pick<Pulled, 'question' | 'dy' | 'pulled'> | undefined
  /** The gradients for another cotangent, where one can be given. */
  readonly pull?: (dy: Tensor) => Named | undefined
}

/** Gradients beside the derivative of the definition: within its room; or of another convention at a kink; or rounded; or wrong. */
export const comparedGradients = (asked: Pulled, given: Case, look: Look): Found => {
  const { question: { inputs }, question, varying, outputs, dy, pulled, again } = asked
  const bound = asLayer(question, varying, outputs)
  const known = knownGradients(bound, inputs, dy)
  const out = outside(pulled, known, () => widths(({ dy: cotangent, ...rest }, enclose) =>
    knownGradients(bound, rest, cotangent as Tensor, enclose), { ...inputs, dy }))
  const first = out[0]
  const remarks = { ...noRemarks, isKnown: areKnown(known) }
  if (first === undefined) return { remarks }
  const place = entryOf(`d${first.name}`, pulled[first.name] as Tensor, first.position)
  const beyond = beyondKinks(asked, bound, known)
  if (beyond === 0) return { remarks: { ...remarks, kink: place } }
  const looked = out.slice(0, mostEntries).map((each): Outside =>
    (beyond === undefined ? each : { ...each, by: beyond }))
  if (areNoise(looked, look)) return { remarks }
  const { isSignal, digits, isFine } = errorsOf(looked, seed => {
    const there = again(seed)
    if (there === undefined) return undefined
    const layer = asLayer(there.question, varying, outputs)
    return gradientResiduals(layer, there.question.inputs, there.dy, there.pulled, looked)
  })
  if (!isSignal) return { remarks: { ...remarks, digits, digitsAt: place } }
  const law = beyond === undefined ? 'gradient' : 'kink'
  const wrong = wrongEntry(law, withD(pulled), withD(known), { ...first, name: `d${first.name}` })
  return fatal({ ...wrong, digits, isFine }, given)
}

const withD = <A>(all: Readonly<Record<string, A>>): Readonly<Record<string, A>> =>
  Object.fromEntries(Object.entries(all).map(([name, each]) => [`d${name}`, each]))

/**
 * By how much gradients leave the slopes that conventions at kinks allow: undefined where there is no kink, 0 where they keep to one. Of a
 * pullback each output may have its own convention, so that it is asked for each; of a gradient that comes beside the value every entry
 * must lie between what the first and the other of equals would give.
 */
const beyondKinks = (asked: Pulled, bound: Bound, known: NamedGrids<Interval>): number | undefined => {
  const { question: { inputs }, dy, pulled, pull } = asked
  const whole = violation(bound, inputs, dy, pulled)
  if (whole === undefined || whole === 0) return whole
  if (pull === undefined) {
    const other = knownGradients(otherwiseAtTies(bound), inputs, dy)
    const isBetween = Object.entries(known).every(([name, grid]) => grid.entries.every((one, i) =>
      contains(hull(one, other[name]?.entries[i] as Interval), pulled[name]?.data[i] ?? NaN)))
    return isBetween ? 0 : whole
  }
  const entries = Array.from(dy.data)
  const parts = entries.map((d, k) => T.fromFlat(dy.shape, entries.map((_, i) => (i === k ? d : 0))))
  const ofParts = parts.map(pull)
  if (ofParts.includes(undefined)) return whole
  const areAllowed = parts.every((part, k) => violation(bound, inputs, part, ofParts[k] as Named) === 0)
  return areAllowed && addUp(pulled, ofParts as ReadonlyArray<Named>) ? 0 : whole
}

/** By how much what conventions allow is left; undefined where there is no kink. */
const violation = (bound: Bound, inputs: Named, dy: Tensor, pulled: Named): number | undefined =>
  acceptedAtKinks(bound, inputs, dy, pulled)?.map(measurePlain).filter(({ outcome }) => outcome === 'violated')
    .reduce((most, { slack }) => Math.max(most, Math.abs(slack.lo), Math.abs(slack.hi)), 0)

/** Whether gradients are the sums of their parts, as far as 2^-40 of the sizes of these: finer errors are seen where there is no kink. */
const addUp = (pulled: Named, parts: ReadonlyArray<Named>): boolean =>
  Object.entries(pulled).every(([name, { data }]) => Array.from(data).every((whole, i) => {
    const each = parts.map(part => part[name]?.data[i] ?? NaN)
    const size = each.reduce((sum, a) => sum + Math.abs(a), 0)
    return Math.abs(whole - each.reduce((sum, a) => sum + a, 0)) <= 2 ** -40 * size
  }))
