import fc, { type Arbitrary } from 'fast-check'
import type { Params } from '../../src/layer/index.js'
import type { Analytic } from '../../src/number/index.js'
import { type AnyOptimizer, type Memory, onEach, type Optimizer } from '../../src/optimizer/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** What a step may depend on beside the gradients of its own entry; each list has an item for every step so far. */
export interface Seen<A> {
  /** The entry of the parameter itself, before each step. */
  readonly w: ReadonlyArray<A>
  /** The gradients of all entries that the optimizer is given together. */
  readonly allGradients: ReadonlyArray<ReadonlyArray<A>>
  /** All entries of the parameters, before each step. */
  readonly allW: ReadonlyArray<ReadonlyArray<A>>
}

/** The last step of one entry, given its gradients so far. */
export type LastStep<A> = (gradients: ReadonlyArray<A>, seen: Seen<A>) => A

interface OptimizerDraws {
  readonly name: string
  /**
   * The size up to which gradients give right steps, where the description says so: all from its reciprocal to there are then judged. If
   * nothing is said, gradients of all sizes are drawn, and those are judged at which the definition itself can be run in doubles: a square
   * of 1e200 cannot.
   */
  readonly gradientsUpTo?: number
  /** How many steps the longest descents take; 1500 unless said. */
  readonly longest?: number
  /** The rows of a ledger that the law about its steps settles. */
  readonly rows?: ReadonlyArray<string>
}

/** A function of options, where there are any. */
type Given<Options, F> = [Options] extends [undefined] ? F : (options: Options) => F

/** An optimizer of anyone's own, with options such as a learning rate or without, and its last step in closed form, or by a recurrence. */
export interface OptimizerSubject<Options = undefined> extends OptimizerDraws {
  /** Where each option comes from; optimizer and definition are given the drawn ones first. */
  readonly options?: { readonly [K in keyof Options]: Arbitrary<Options[K]> }
  /** What the documentation says of options that are left out: a law of its own. */
  readonly defaults?: Partial<NoInfer<Options>>
  /** Of one tensor. */
  readonly optimizer?: Given<NoInfer<Options>, AnyOptimizer<Tensor>>
  /** Of all parameters of a model at once, as clipping by the norm of all gradients is; in place of `optimizer`. */
  readonly ofModel?: Given<NoInfer<Options>, AnyOptimizer<Params>>
  readonly definition: <A>(N: Analytic<A>) => Given<NoInfer<Options>, LastStep<A>>
}

export type Options = Readonly<Record<string, unknown>>

/** A descent on several tensors at once: what the laws are about. */
export interface Descending {
  readonly init: (ws: ReadonlyArray<Tensor>) => unknown
  /** Whatever the optimizer answers, as steps of each tensor and the next memory, if it has that form. */
  readonly update: (gradients: ReadonlyArray<Tensor>, ws: ReadonlyArray<Tensor>, memory: unknown) => Answer
}

export interface Answer {
  readonly steps: ReadonlyArray<unknown>
  readonly memory: unknown
  /** What is wrong with the answer as a whole, if anything. */
  readonly wrong?: string
}

export interface Subject extends OptimizerDraws {
  /** Alone, of one tensor or of all of a model. */
  readonly alone: (options: Options) => Descending
  /** Of two tensors at once, each with a memory of its own; absent where the optimizer takes a whole model itself. */
  readonly beside: ((options: Options) => Descending) | undefined
  /** How many tensors it is given at once. */
  readonly tensors: number
  readonly define: <A>(N: Analytic<A>) => (options: Options) => LastStep<A>
  readonly options: Arbitrary<Options> | undefined
  readonly defaults: Options
}

const pair = (answer: unknown): readonly [unknown, unknown] | undefined =>
  (Array.isArray(answer) && answer.length === 2 ? [answer[0], answer[1]] : undefined)

const notPair = 'no pair [step, memory]'

const ofTensor = (optimizer: Optimizer<Tensor, Memory>): Descending => ({
  init: ([w]) => optimizer.init(w as Tensor),
  update: ([gradient], [w], memory) => {
    const answer = pair(optimizer.update(gradient as Tensor)(w as Tensor)(memory as Memory))
    return answer === undefined ? { steps: [], memory, wrong: notPair } : { steps: [answer[0]], memory: answer[1] }
  }
})

const named = (ws: ReadonlyArray<Tensor>): Params => [Object.fromEntries(ws.map((w, i) => [i === 0 ? 'w' : 'b', w]))]

const ofModel = (optimizer: AnyOptimizer<Params>): Descending => ({
  init: ws => optimizer.init(named(ws)),
  update: (gradients, ws, memory) => {
    const answer = pair(optimizer.update(named(gradients))(named(ws))(memory as never))
    const steps = (answer?.[0] as ReadonlyArray<Readonly<Record<string, unknown>>> | undefined)?.[0]
    return answer === undefined || typeof steps !== 'object' || steps === null
      ? { steps: [], memory, wrong: notPair }
        : { steps: ws.map((_, i) => steps[i === 0 ? 'w' : 'b']), memory: answer[1] }
  }
})

export const subjectOf = <O>(given: OptimizerSubject<O>): Subject => {
  const { name, gradientsUpTo, longest, rows, options, defaults, optimizer, ofModel: whole, definition } = given
  // the type of a subject says whether its functions take options; here they are called as it says
  const applied = <F>(f: unknown, chosen: Options): F =>
    (options === undefined ? f : (f as (o: Options) => unknown)(chosen)) as F
  const single = (chosen: Options): Optimizer<Tensor, Memory> => applied(optimizer, chosen)
  return {
    name, ...gradientsUpTo === undefined ? {} : { gradientsUpTo }, ...longest === undefined ? {} : { longest },
    ...rows === undefined ? {} : { rows },
    ...whole !== undefined
      ? { alone: chosen => ofModel(applied<AnyOptimizer<Params>>(whole, chosen)), beside: undefined, tensors: 2 }
      : { alone: chosen => ofTensor(single(chosen)), beside: chosen => ofModel(onEach(single(chosen))), tensors: 1 },
    define: N => chosen => applied(definition(N), chosen),
    options: options === undefined ? undefined : fc.record(options), defaults: (defaults ?? {})
  }
}
