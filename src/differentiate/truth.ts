import {
  checkDomain, exactValues, forward, type Graph, type Kink, kinksOf, oneSided, type OneSided, reverse, shortFractions
} from '../expression/index.js'
import { certainBits } from '../number/ball.js'
import { type Ball, ball, type Rational } from '../number/index.js'
import { attempt, isLeft, mapRecord, orThrow } from '../prelude/index.js'
import { type At, fractionOf, lifted } from './modes.js'

/** The true values: everything over balls with as many bits as the digits asked for need, and more where something cancels. */
export interface Truth {
  readonly bits: number
  readonly values: ReadonlyArray<Ball>
  readonly tangents: Readonly<Record<string, ReadonlyArray<Ball>>>
  readonly adjoints: ReadonlyArray<Ball>
  /** The derivatives; at kinks those of the conventions. */
  readonly gradient: Readonly<Record<string, Ball>>
  readonly kinks: ReadonlyArray<Kink>
  /** The one-sided derivatives, where there are kinks. */
  readonly sides: Readonly<Record<string, OneSided<Ball>>>
}

// Each attempt has twice the bits of the one before.
const attempts = 6

const isKnown = (wanted: number) => (a: Ball): boolean => certainBits(a) >= wanted

// Beyond this size only the results have to be known to all digits, not every value on the way.
const largestKnown = 400

const fractionBits = 20_000

/** A formula of fractions, without roundings. */
const overFractions = (
  graph: Graph, at: Readonly<Record<string, Rational | undefined>>, bits: number
): Truth | undefined => {
  const point = Object.entries(at).flatMap(([name, q]) => (q === undefined ? [] : [[name, q] as const]))
  if (point.length < Object.keys(at).length) return undefined
  const N = shortFractions(fractionBits)
  const found = attempt(() => {
    const [given, B] = [Object.fromEntries(point), ball(bits)]
    const [f, r] = [forward(N)(graph, given), reverse(N)(graph, given)]
    const kinks = kinksOf(B, graph, f.values.map(B.ofRational))
    const sides = kinks.length === 0 ? {} : oneSided(N)(graph, given, kinks)
    const all = (values: ReadonlyArray<Rational>): ReadonlyArray<Ball> => values.map(B.ofRational)
    return {
      bits,
      values: all(f.values),
      tangents: mapRecord(f.tangents, all),
      adjoints: all(r.adjoints),
      gradient: mapRecord(r.gradient, B.ofRational),
      kinks,
      sides: mapRecord(sides, ({ left, right }) => ({ left: B.ofRational(left), right: B.ofRational(right) }))
    }
  })
  return isLeft(found) ? undefined : found.right
}

/**
 * To so many bits, unless a value cannot be told from 0 even so. What is a fraction is computed as one, so that .3 - .1 - .2 is 0. Refuses
 * where the formula or its derivative does not exist.
 */
export const truthOf = (graph: Graph, at: At, wanted: number): Truth => {
  const fractions = mapRecord(at, fractionOf)
  const exact = exactValues(graph, fractions)
  const tried = (bits: number, left: number): Truth => {
    const N = ball(bits)
    const [point, known] = [lifted(N, at), exact.map(q => (q === undefined ? undefined : N.ofRational(q)))]
    const values = attempt(() => checkDomain(bits)(graph, point, known))
    if (isLeft(values) && left > 0) return tried(2 * bits, left - 1)
    const { values: found, gradient, adjoints } = reverse(N)(graph, point, known)
    orThrow(values)
    const results = [found[graph.output] as Ball, ...Object.values(gradient)]
    const enough = results.every(isKnown(wanted)) && (found.length > largestKnown || found.every(isKnown(wanted)))
    if (!enough && left > 0) return (left === attempts - 1 ? overFractions(graph, fractions, bits) : undefined)
      ?? tried(2 * bits, left - 1)
    const kinks = kinksOf(N, graph, found)
    return {
      bits, values: found, tangents: forward(N)(graph, point, known).tangents, adjoints, gradient, kinks,
      sides: kinks.length === 0 ? {} : oneSided(N)(graph, point, kinks, known)
    }
  }
  return tried(wanted + 64, attempts - 1)
}

/** The derivative by an input where it exists: at kinks where both sides are the same, whatever the conventions make of it. */
export const derivativeIn = (truth: Truth, name: string): { readonly value: Ball; readonly exists: boolean } => {
  const [side, convention] = [truth.sides[name], truth.gradient[name] as Ball]
  if (side === undefined) return { value: convention, exists: true }
  const { mid, rad, exp } = ball(truth.bits).sub(side.left, side.right)
  const exists = Number.isFinite(exp) && mid <= rad && -mid <= rad
  return { value: exists ? side.right : convention, exists }
}
