import { namesIn, readSignature, type Signature, type Slot } from '../../src/bridge/signature.js'
import type { Case, Contract } from '../contracts/Contract.js'
import type { Named } from '../layers/subject.js'
import { type Answered, arraysIn, type Ask, called, type Shapes } from './called.js'
import type { Either } from '../../src/prelude/index.js'
import type { Finding } from './Finding.js'
import { type Question, shapesOf } from './truth.js'

/** Functions that are judged by a contract: how they are called, and what is asked of them. */
export interface Subject {
  readonly contract: Contract
  readonly forward: Signature
  /** The attributes of an object whose method it is. */
  readonly set?: Slot
  readonly ask: Ask
}

export const subjectOf = (contract: Contract, ask: Ask): Subject => ({
  contract, forward: readSignature(contract.forward), ask,
  ...contract.set === undefined ? {} : { set: readSignature(`set(${contract.set}) -> cache`).arguments[0] as Slot }
})

/** What the definition is asked about a case. */
const questionOf = ({ contract: { define } }: Subject, given: Case): Question =>
  ({ define, inputs: arraysIn(given), given })

/** Of the names of results that no definition gives, those of gradients: dx where x is an array of the case. */
const gradientsIn = (names: ReadonlyArray<string>, values: Shapes, inputs: Named): ReadonlyArray<string> =>
  names.filter(name => values[name] === undefined && name.startsWith('d') && inputs[name.slice(1)] !== undefined)

/** What the forward function answered, and of which shapes its results are. */
export interface Forward extends Answered {
  readonly question: Question
  readonly values: Shapes
  /** Gradients that are answered beside the value. */
  readonly gradients: ReadonlyArray<string>
}

/** Calls the forward function. */
export const forwardAt = (subject: Subject, given: Case): Either<Finding, Forward> => {
  const { contract, forward, ask, set } = subject
  const question = questionOf(subject, given)
  const answers = [...namesIn(forward.results), ...Object.values(contract.after ?? {})]
  const values = Object.fromEntries(
    Object.entries(shapesOf(question)).filter(([name]) => answers.includes(name))
  )
  const gradients = gradientsIn(namesIn(forward.results), values, question.inputs)
  const shapes: Shapes = {
    ...values, ...Object.fromEntries(gradients.map(name => [name, question.inputs[name.slice(1)]?.shape ?? []]))
  }
  const answered = called(ask, forward, given, shapes, contract.after, set)
  return answered._tag === 'Left' ? answered
    : { _tag: 'Right', right: { ...answered.right, question, values, gradients } }
}
