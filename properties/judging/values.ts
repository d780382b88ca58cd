import type { Grid, Interval } from '../../src/number/index.js'
import { isLeft } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case } from '../contracts/Contract.js'
import type { Named } from '../layers/subject.js'
import { entryOf, outside, wrongEntry } from './compared.js'
import type { Look } from './drawn.js'
import { fatal, type Finding, type Found, noRemarks, type Remarks, together } from './Finding.js'
import { areNoise, errorsOf, neighbourOf } from './noise.js'
import { comparedGradients, mostEntries } from './pulled.js'
import { type Forward, forwardAt, type Subject } from './Subject.js'
import { knownValues, type Question, valueResiduals, widths } from './truth.js'

/**
 * The answer of the forward function beside the definition; where it is repeated, a second call must give the same bits.
 */
export const valuesAt = (subject: Subject, given: Case, look: Look, isRepeated: boolean): Found => {
  const answered = forwardAt(subject, given)
  if (isLeft(answered)) return fatal(answered.left, given)
  const forward = answered.right
  const { mayWrite = [] } = subject.contract
  const remarks: Remarks = { ...noRemarks, writes: forward.wrote.filter(name => !mayWrite.includes(name)) }
  const question = observedIn(subject, given, forward)
  if ('finding' in question) return question
  if (isRepeated) {
    const again = forwardAt(subject, given)
    const differs = isLeft(again) ? 'the second call fails' : otherBits(forward.results, again.right.results)
    if (differs !== undefined) return fatal({
      verdict: 'wrong', law: 'pure', says: `the same call gives something else the second time (${differs})`
    }, given)
  }
  const compared = comparedValues(subject, given, look, forward, question)
  if ('finding' in compared || forward.gradients.length === 0) return alsoSaid(compared, remarks)
  return alsoSaid(comparedGradients({
    question, dy: T.ones([1]),
    varying: forward.gradients.map(name => name.slice(1)), outputs: Object.keys(forward.values),
    pulled: pick(forward.results, forward.gradients),
    again: seed => {
      const moved = neighbourOf(seed, given)
      const there = forwardAt(subject, moved)
      return isLeft(there) ? undefined : {
        question: there.right.question, dy: T.ones([1]), pulled: pick(there.right.results, forward.gradients)
      }
    }
  }, given, look), remarks, compared)
}

const alsoSaid = (found: Found, ...others: ReadonlyArray<Remarks | Found>): Found =>
  others.reduce<Found>((all, other) => {
    if ('finding' in all) return all
    const remarks = 'finding' in other ? noRemarks : 'remarks' in other ? other.remarks : other
    return { remarks: together(all.remarks, remarks) }
  }, found)

/** The tensors of cotangents by the names of their inputs. */
const pick = (results: Named, names: ReadonlyArray<string>): Named =>
  Object.fromEntries(names.flatMap(name => {
    const found = results[name]
    return found === undefined ? [] : [[name.slice(1), found]]
  }))

/** What the definition is asked, with what only the results tell; or what is wrong with that. */
export const observedIn = (
  { contract: { observed } }: Subject, given: Case, { question, results }: Forward
): Question | { readonly finding: Finding } => {
  const seen = observed?.(given, results)
  if (typeof seen === 'string') return { finding: { verdict: 'wrong', law: 'mask', says: seen, case: given } }
  return seen === undefined ? question : { ...question, inputs: { ...question.inputs, ...seen } }
}

/** Where two answers differ, if they do. */
export const otherBits = (a: Named, b: Named): string | undefined => Object.entries(a).flatMap(([name, t]) => {
  const other = b[name]
  return other === undefined ? [name] : T.identical(t, other) ? [] : [firstOther(name, t, other)]
})[0]

const firstOther = (name: string, a: Tensor, b: Tensor): string => {
  const at = Math.max(0, Array.from(a.data).findIndex((x, i) => !Object.is(x, b.data[i])))
  return `${entryOf(name, a, at)}: ${a.data[at] ?? NaN}, then ${b.data[at] ?? NaN}`
}

const comparedValues = (
  subject: Subject, given: Case, look: Look, { results, values }: Forward, question: Question
): Found => {
  const known = knownValues(question, values)
  const out = outside(results, known, () =>
    widths((inputs, enclose) => knownValues({ ...question, inputs }, values, enclose), question.inputs))
  const first = out[0]
  const looked = out.slice(0, mostEntries)
  if (first === undefined || areNoise(looked, look)) return { remarks: noRemarks }
  const { isSignal, digits } = errorsOf(looked, seed => {
    const moved = neighbourOf(seed, given)
    const there = forwardAt(subject, moved)
    if (isLeft(there)) return undefined
    const asked = observedIn(subject, moved, there.right)
    return 'finding' in asked ? undefined : valueResiduals(asked, there.right.results, looked)
  })
  const digitsAt = entryOf(first.name, known[first.name] as Grid<Interval>, first.position)
  if (!isSignal) return { remarks: { ...noRemarks, digits, digitsAt } }
  const key = keyOf(subject, first.name)
  const wrong = wrongEntry(key === undefined ? 'value' : 'state', results, known, first)
  return fatal({ ...key === undefined ? wrong : underKey(wrong, first.name, key), digits }, given)
}

/** The key under which a record has a result: of a record that is answered, or of one that was given and is changed. */
const keyOf = ({ forward, contract: { after = {} } }: Subject, name: string): string | undefined => {
  const keys = forward.results.flatMap(slot => (slot.kind === 'record' ? Object.entries(slot.of) : []))
  return Object.entries(after).find(([, result]) => result === name)?.[0]
    ?? keys.find(([, slot]) => slot.kind === 'name' && slot.name === name)?.[0]
}

const underKey = (finding: Finding, name: string, key: string): Finding => {
  const entry = `'${key}'${finding.entry?.slice(name.length) ?? ''}`
  return { ...finding, entry, says: `after the call ${entry} is ${finding.got ?? ''}, and should be ${finding.want ?? ''}` }
}
