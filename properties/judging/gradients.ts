import { namesIn, type Signature } from '../../src/bridge/signature.js'
import { sizeOf } from '../../src/number/index.js'
import { isLeft } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case } from '../contracts/Contract.js'
import { cotangentFrom } from '../cases/hashed.js'
import type { Named } from '../layers/subject.js'
import { type Answered, called, type Shapes } from './called.js'
import type { Look } from './drawn.js'
import { fatal, type Finding, type Found } from './Finding.js'
import { neighbour, neighbourOf } from './noise.js'
import { type Forward, forwardAt, type Subject } from './Subject.js'
import { joined, type Question } from './truth.js'
import { comparedGradients, type Pulled } from './pulled.js'
import { observedIn, otherBits } from './values.js'

/** That the forward function gave nothing to pull back: nothing can be said of the backward one. */
export const noForward = 'no forward'

/** The results to whose cotangents the backward function is given: `out` for `dout`. */
const outputsIn = (backward: Signature, values: Shapes): ReadonlyArray<string> =>
  namesIn(backward.arguments).map(name => name.slice(1)).filter((name, k) =>
    namesIn(backward.arguments)[k]?.startsWith('d') === true && values[name] !== undefined)

/** The cotangents of a case, by the names of the backward function's arguments. */
const cotangentsAt = (outputs: ReadonlyArray<string>, values: Shapes, seed: number): Named =>
  Object.fromEntries(outputs.map((name, k) => [`d${name}`, cotangentFrom(seed + k, values[name] ?? [])]))

/** A call of both functions. */
interface Both {
  readonly forward: Forward
  readonly question: Question
  readonly cotangents: Named
  readonly backward: Answered
}

const bothAt = (
  subject: Subject, backward: Signature, given: Case, cotangentsFor: (values: Shapes) => Named, between?: Case
): Both | { readonly finding: Finding } => {
  const answered = forwardAt(subject, given)
  if (isLeft(answered)) return { finding: { ...answered.left, law: noForward } }
  const forward = answered.right
  const question = observedIn(subject, forward)
  if (between !== undefined) forwardAt(subject, between)
  const cotangents = cotangentsFor(forward.values)
  const shapes = Object.fromEntries(namesIn(backward.results).map(
    name => [name, question.inputs[name.slice(1)]?.shape ?? []]
  ))
  const pulled = called(subject.ask, backward, { ...given, ...cotangents, cache: forward.cache }, shapes)
  if (isLeft(pulled)) return { finding: { ...pulled.left, case: { ...given, ...cotangents } } }
  return { forward, question, cotangents, backward: pulled.right }
}

const named = (names: ReadonlyArray<string>, results: Named): Named =>
  Object.fromEntries(names.map(name => [name.slice(1), results[name] as Tensor]))

/** A cotangent of all results side by side as one for each. */
const apart = ({ data }: Tensor, outputs: ReadonlyArray<string>, values: Shapes): Named => {
  const sizes = outputs.map(name => sizeOf(values[name] ?? []))
  return Object.fromEntries(outputs.map((name, k) => {
    const from = sizes.slice(0, k).reduce((a, b) => a + b, 0)
    return [`d${name}`, T.fromFlat(values[name] ?? [], Array.from(data).slice(from, from + (sizes[k] ?? 0)))]
  }))
}

/** The gradients that the backward function answers beside the derivative of the definition. With a call of another case between both. */
export const gradientsAt = (
  subject: Subject, backward: Signature, given: Case, look: Look, seed: number, between: Case | undefined
): Found => {
  const both = bothAt(subject, backward, given, values => cotangentsAt(outputsIn(backward, values), values, seed))
  if ('finding' in both) return fatal(both.finding, given)
  const shown = { ...given, ...both.cotangents }
  const found = comparedGradients(pulledBy(subject, backward, given, both), shown, look)
  if ('finding' in found) return found
  const kept = between === undefined ? undefined : keptBetween(subject, backward, given, look, both, between)
  return kept === undefined ? { remarks: { ...found.remarks, writes: both.backward.wrote } } : fatal(kept, shown)
}

/** What is to be compared of a call of both functions, and how to have another. */
const pulledBy = (
  subject: Subject, backward: Signature, given: Case,
  { forward, question, cotangents, backward: { results } }: Both
): Pulled => {
  const outputs = outputsIn(backward, forward.values)
  const names = namesIn(backward.results)
  const join = (all: Named): Tensor => joined(outputs.map(name => all[`d${name}`] as Tensor))
  return {
    question, varying: names.map(name => name.slice(1)), outputs, dy: join(cotangents), pulled: named(names, results),
    // a cache may be used up by one call
    pull: dy => {
      const there = bothAt(subject, backward, given, () => apart(dy, outputs, forward.values))
      return 'finding' in there ? undefined : named(names, there.backward.results)
    },
    again: k => {
      const moved = Object.fromEntries(Object.entries(cotangents).map(([name, t]) => [name, neighbour(k, name, t)]))
      const there = bothAt(subject, backward, neighbourOf(k, given), () => moved)
      return 'finding' in there ? undefined
        : { question: there.question, dy: join(moved), pulled: named(names, there.backward.results) }
    }
  }
}

/** That calls know of each other: the gradients are wrong when another case came between, though the forward results are the same. */
const keptBetween = (
  subject: Subject, backward: Signature, given: Case, look: Look, both: Both, between: Case
): Finding | undefined => {
  const other = bothAt(subject, backward, given, () => both.cotangents, between)
  const law = { verdict: 'wrong', law: 'pure' } as const
  const says = (what: string): string => `its gradients are others when another forward call came between (${what})`
  if ('finding' in other) return { ...law, says: says(other.finding.says) }
  if (otherBits(both.forward.results, other.forward.results) !== undefined) return undefined
  const differs = otherBits(both.backward.results, other.backward.results)
  if (differs === undefined) return undefined
  // in other places of memory sums are added in another order
  const found = comparedGradients(pulledBy(subject, backward, given, other), given, look)
  return 'finding' in found ? { ...law, says: says(differs) } : undefined
}
