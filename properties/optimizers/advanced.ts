import fc, { type Arbitrary } from 'fast-check'
import { type Case, outside, type Plain } from '../../src/claim/index.js'
import { hashed, seeds } from '../cases/hashed.js'
import type { Given } from './descents.js'
import { stepRelations } from './known.js'
import type { Subject } from './subject.js'
import { take } from './taken.js'

/** A long descent, and a seed that says which of its steps are looked at. */
export type Looked = Given & { readonly looks: number }

export const lookedAt = (descents: Arbitrary<Given>): Arbitrary<Looked> =>
  fc.tuple(descents, seeds).map(([given, looks]) => ({ ...given, looks }))

/** Any number of steps, one time in four nearly as many as may be; a failure shrinks to few. */
export const stepsUpTo = (longest: number): Arbitrary<number> => fc.oneof({ withCrossShrink: true },
  { weight: 3, arbitrary: fc.noBias(fc.integer({ min: Math.min(7, longest), max: longest })) },
  { weight: 1, arbitrary: fc.noBias(fc.integer({ min: Math.max(longest - 9, Math.min(7, longest)), max: longest })) })

const early = 40
const stride = 4

/**
 * The last step; one of each four of the first 40, each of which a dozen descents leave out three times in a hundred; and one on the way
 * from there, as likely between 50 and 100 as between 500 and 1000.
 */
const looksAt = ({ steps, looks }: Looked): ReadonlyArray<number> => {
  const first = Array.from({ length: early / stride }, (_, k) => stride * k + 1 + hashed(looks, 'early', k) % stride)
  const between = Math.floor(early * (steps / early) ** (hashed(looks, 'between', 0) / 2 ** 32))
  return [...new Set([...first, between, steps])].filter(t => t <= steps).sort((a, b) => a - b)
}

/** Steps of a long descent; where one of them is no evidence, the others still are. */
export const advancedRelations = (subject: Subject, drawn: Looked, places: ReadonlyArray<number>): Case<Plain> => {
  const taken = take(subject.name, subject.alone(drawn.options ?? {}), drawn)
  const found = looksAt(drawn).map(count => stepRelations(subject, drawn, taken, count, places)).filter(
    each => each !== outside
  )
  return found.length === 0 ? outside : found.flat()
}
