import type { Signature, Slot } from '../../src/bridge/signature.js'
import { type Analytic, float64, type Grid } from '../../src/number/index.js'
import type { Case, Define } from '../contracts/Contract.js'
import { liftAll } from '../layers/derivative.js'
import type { NamedGrids } from '../layers/subject.js'
import { type Ask, arraysIn } from './called.js'
import { type Draws, type Over, over } from './drawn.js'
import { noRemarks } from './Finding.js'
import type { Subject } from './Subject.js'
import { valuesAt } from './values.js'

// An update rule answers a record to go on with: it must hold the constants too, or the next step takes others.

type Record = Extract<Slot, { readonly kind: 'record' }>

/** The record that is given at one place and answered at another. */
interface Carried {
  readonly from: number
  readonly to: number
  /** What the record holds, as an argument and as a result: velocity and next_v. */
  readonly names: ReadonlyArray<readonly [string, string]>
}

const carriedIn = ({ forward: { arguments: given, results } }: Subject): Carried | undefined => {
  const [from, to] = [given, results].map(slots => slots.findIndex(({ kind }) => kind === 'record')) as [number, number]
  const [before, after] = [given[from], results[to]] as [Record | undefined, Record | undefined]
  if (before === undefined || after === undefined) return undefined
  const names = Object.entries(before.of).flatMap(([key, slot]) => {
    const other = after.of[key]
    return slot.kind === 'name' && other?.kind === 'name' ? [[slot.name, other.name] as const] : []
  })
  // what is answered and never given says nothing of a second step
  return names.length === Object.keys(after.of).length ? { from, to, names } : undefined
}

/** The definition of two steps: the second has what the first gave, as arrays or as numbers. */
const definedTwice = (define: Define, names: Carried['names']): Define => <A>(N: Analytic<A>) =>
  (inputs: NamedGrids<A>, given: Case) => {
    const first = define(N)(inputs, given)
    const known = define(float64)(liftAll(float64.of, arraysIn(given)), given)
    const ofRank = (isWanted: (rank: number) => boolean): Carried['names'] =>
      names.filter(([, result]) => known[result] !== undefined && isWanted(known[result].shape.length))
    const arrays = ofRank(rank => rank > 0).map(([name, result]) => [name, first[result] as Grid<A>])
    const numbers = ofRank(rank => rank === 0).map(([name, result]) => [name, known[result]?.entries[0]])
    return define(N)(
      { ...inputs, ...Object.fromEntries(arrays) as NamedGrids<A> },
      { ...given, ...Object.fromEntries(numbers) as Case }
    )
  }

/** Asks for the same call twice, the second time with the record that the first answered. */
const askedTwice = (ask: Ask, { from, to }: Carried): Ask => call => {
  const first = ask({ ...call, keep: [to] })
  const kept = first.kind === 'returned' ? first.results[to] : undefined
  if (kept?.kind !== 'kept') return first
  return ask({ ...call, arguments: call.arguments.map((given, k) => (k === from ? kept : given)) })
}

/** The law that an update rule can go on from what it returned. */
export const secondStep = 'second step'

/** The call of a second step, with the record that the call before gave, which a case calls config. */
export const secondCall = (first: Signature): Signature => ({
  ...first, arguments: first.arguments.map(slot => (slot.kind === 'record' ? { kind: 'name', name: 'config' } : slot))
})

/** That a second step from the record that the first returned is right, too. */
export const secondStepOver = (subject: Subject, draws: Draws): Over => {
  const carried = carriedIn(subject)
  if (carried === undefined) return { remarks: noRemarks }
  const { contract, ask } = subject
  const twice: Subject = {
    ...subject, ask: askedTwice(ask, carried),
    contract: { ...contract, define: definedTwice(contract.define, carried.names) }
  }
  return over(contract.cases, { ...draws, runs: Math.min(draws.runs, 20) }, (given: Case, look) => {
    const found = valuesAt(twice, given, look, false)
    return 'remarks' in found ? { remarks: noRemarks } : {
      finding: {
        ...found.finding, law: secondStep,
        says: `in a second step with the record that this one returned, ${found.finding.says}`
      }
    }
  })
}
