import { definedBy, judgedBy } from '../../src/claim/index.js'
import type { Analytic, Grid, Shape } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { double, type Precision, precisions } from '../judges/precision.js'
import { type Answer, answerOf } from './answer.js'
import { type Drawing, drawing, type Given } from './drawn.js'
import type { AnyLayerSubject, Define, Named, NamedGrids, Printed, PrintedForm, SubjectOptions } from './subject.js'

/** A layer whose options are chosen, as a function of all its inputs, x among them: what the laws are about. */
export interface Bound {
  readonly name: string
  /** The inputs to which cotangents belong. */
  readonly varying: ReadonlyArray<string>
  readonly precision: Precision
  readonly atKinks: NonNullable<SubjectOptions['atKinks']>
  readonly run: (inputs: Named) => Answer
  /** The function of x alone that the other inputs, and options, make of a layer: one that is made once, and asked twice. */
  readonly begin?: (inputs: Named) => (x: Tensor) => Answer
  readonly define: Define | undefined
  readonly printed: PrintedForm | undefined
}

/** A case and the seed of its cotangent and of a direction, in one record, as people read it: { x, w, eps, seed }. */
export type Flat = Readonly<Record<string, unknown>>

export const flat = ({ options, inputs }: Given): Flat => ({ ...inputs, ...options })

/** The case again, of whose entries those named are options. */
export const unflattened = (all: Flat, optionNames: ReadonlyArray<string>): Given => {
  const entries = Object.entries(all).filter(([name]) => name !== 'seed')
  const inputs = Object.fromEntries(entries.filter(([name]) => !optionNames.includes(name))) as Named
  return optionNames.length === 0 ? { inputs }
    : { inputs, options: Object.fromEntries(entries.filter(([name]) => optionNames.includes(name))) }
}

/** Any layer, for each choice of options, and the cases to judge it on. */
export interface Subject extends Drawing {
  readonly bind: (options?: object) => Bound
  readonly optionNames: ReadonlyArray<string>
  readonly hasDefinition: boolean
  readonly hasPrinted: boolean
  /** The cotangent of an output of this shape, where the usual one has too many bits for doubles to hold what is pulled back. */
  readonly cotangentFor?: (options: object | undefined, seed: number, shape: Shape) => Tensor
}

// The types of a subject say how its functions take options and parameters; here they are called as it says.
type Loose = (...args: ReadonlyArray<unknown>) => never

/** f, f(options), f(params), or f(options)(params). */
const applied = (f: unknown, ...args: ReadonlyArray<unknown>): unknown =>
  args.reduce((g, arg) => (g as Loose)(arg), f)

export const subjectOf = <O>(given: AnyLayerSubject<O>): Subject => {
  const { name, layer, definition, printed, params, options, precision = 'double', atKinks = 'definition' } = given
  const varying = ['x', ...Object.keys(params ?? {})]
  const whole = drawing(given)
  const before = (chosen: object | undefined, rest: object): ReadonlyArray<unknown> =>
    [...options === undefined ? [] : [chosen], ...params === undefined ? [] : [rest]]
  const beginning = (chosen: object | undefined) => (inputs: Named): ((x: Tensor) => Answer) => {
    const { x: _, ...rest } = inputs
    const begun = judgedBy(name, () => applied(layer, ...before(chosen, rest)))
    return x => answerOf(name, { ...inputs, x }, varying, params !== undefined, judgedBy(name, () => applied(begun, x)))
  }
  const bind = (chosen?: object): Bound => bindTo(chosen, beginning(chosen))
  const bindTo = (chosen: object | undefined, begin: NonNullable<Bound['begin']>): Bound => ({
    name, varying, atKinks, precision: precisions[precision] ?? double,
    begin,
    run: inputs => begin(inputs)(inputs['x'] as Tensor),
    define: definition === undefined ? undefined : <A>(N: Analytic<A>) => ({ x, ...rest }: NamedGrids<A>) =>
      definedBy('its definition', () => applied(definition, N, ...before(chosen, rest), x) as Grid<A>),
    printed: printed === undefined ? undefined : <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) =>
      definedBy('its printed form', () =>
        applied(printed, N, ...options === undefined ? [] : [chosen], inputs) as Printed<A>)
  })
  const [hasDefinition, hasPrinted] = [definition !== undefined, printed !== undefined]
  return { ...whole, bind, optionNames: Object.keys(options ?? {}), hasDefinition, hasPrinted }
}
