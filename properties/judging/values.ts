import type { Grid, Interval } from '../../src/number/index.js'
import { isLeft } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case } from '../contracts/Contract.js'
import type { Named } from '../layers/subject.js'
import { areKnown, entryOf, outside, wrongEntry } from './compared.js'
import type { Look } from './drawn.js'
import { fatal, type Finding, type Found, noRemarks, type Remarks, together } from './Finding.js'
import { areNoise, errorsOf, neighbourOf } from './noise.js'
import { comparedGradients, mostEntries } from './pulled.js'
import { type Forward, forwardAt, type Subject } from './Subject.js'
import { knownValues, type Question, valueResiduals, widths } from './truth.js'

/**
 * The answer of the forward function beside the definition. Where it is repeated, a second call must be as right: it need not have the same
 * bits, since sums may be added in another order where an array lies elsewhere in memory.
 */
export const valuesAt = (subject: Subject, given: Case, look: Look, isRepeated: boolean): Found => {
  const answered = forwardAt(subject, given)
  if (isLeft(answered)) return fatal(answered.left, given)
  const found = comparedAnswer(subject, given, look, answered.right)
  const differs = isRepeated ? secondAt(subject, given, look, answered.right, found) : undefined
  if (differs !== undefined) return fatal({
    verdict: 'wrong', law: 'pure', says: `the same call gives something else the second time (${differs})`
  }, given)
  const { mayWrite = [] } = subject.contract
  return alsoSaid(found, { ...noRemarks, writes: answered.right.wrote.filter(name => !mayWrite.includes(name)) })
}

/** What a second call gives that is otherwise, if one of both is wrong, or if what is random in it should come from a seed. */
const secondAt = (subject: Subject, given: Case, look: Look, first: Forward, found: Found): string | undefined => {
  const again = forwardAt(subject, given)
  if (isLeft(again)) return 'the second call fails'
  const differs = otherBits(first.results, again.right.results)
  if (differs === undefined) return undefined
  const isWrong = subject.contract.observed !== undefined || 'finding' in found
    || 'finding' in comparedAnswer(subject, given, look, again.right)
  return isWrong || isNeverTheSame(subject, given) ? differs : undefined
}

// Places in memory differ in a few ways; noise without a seed is never the same.
const calls = 5

const isNeverTheSame = (subject: Subject, given: Case): boolean => {
  const answers = Array.from({ length: calls }, () => forwardAt(subject, given)).flatMap(answer =>
    (isLeft(answer) ? [] : [Object.values(answer.right.results).map(({ data }) => Array.from(data).join()).join(';')]))
  return new Set(answers).size === calls
}

/** The values of an answer, and the gradients that come beside them. */
const comparedAnswer = (subject: Subject, given: Case, look: Look, forward: Forward): Found => {
  const question = observedIn(subject, forward)
  const compared = comparedValues(subject, given, look, forward, question)
  if ('finding' in compared || forward.gradients.length === 0) return compared
  return alsoSaid(comparedGradients({
    question, dy: T.ones([1]),
    varying: forward.gradients.map(name => name.slice(1)), outputs: Object.keys(forward.values),
    pulled: pick(forward.results, forward.gradients),
    again: seed => {
      const there = forwardAt(subject, neighbourOf(seed, given))
      return isLeft(there) ? undefined : {
        question: there.right.question, dy: T.ones([1]), pulled: pick(there.right.results, forward.gradients)
      }
    }
  }, given, look), compared.remarks)
}

const alsoSaid = (found: Found, remarks: Remarks): Found =>
  ('finding' in found ? found : { remarks: together(found.remarks, remarks) })

/** The tensors of cotangents by the names of their inputs. */
const pick = (results: Named, names: ReadonlyArray<string>): Named =>
  Object.fromEntries(names.flatMap(name => {
    const found = results[name]
    return found === undefined ? [] : [[name.slice(1), found]]
  }))

/** What the definition is asked, with what only the results tell. */
export const observedIn = ({ contract: { observed } }: Subject, { question, results }: Forward): Question =>
  ({ ...question, inputs: { ...question.inputs, ...observed?.(results) } })

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
  const remarks = { ...noRemarks, isKnown: areKnown(known) }
  if (first === undefined || areNoise(looked, look)) return { remarks }
  const { isSignal, digits, isFine } = errorsOf(looked, seed => {
    const there = forwardAt(subject, neighbourOf(seed, given))
    return isLeft(there) ? undefined
      : valueResiduals(observedIn(subject, there.right), there.right.results, looked)
  })
  const digitsAt = entryOf(first.name, known[first.name] as Grid<Interval>, first.position)
  if (!isSignal) return { remarks: { ...remarks, digits, digitsAt } }
  const key = keyOf(subject, first.name)
  const wrong = wrongEntry(key === undefined ? 'value' : 'state', results, known, first)
  return fatal({ ...key === undefined ? wrong : underKey(wrong, first.name, key), digits, isFine }, given)
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
