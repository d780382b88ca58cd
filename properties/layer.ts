import fc, { type Arbitrary } from 'fast-check'
import { type Case, type Claim, claim, equal, equalEntries, outside, type Plain, type Relation, sampled } from '../src/claim/index.js'
import type { Analytic, Grid, Shape } from '../src/number/index.js'
import { sizeOf } from '../src/number/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'
import { derivativeRelations, valueRelations } from './againstDefinition.js'

/** Tensors by name, as a layer takes its parameters and gives back their cotangents. */
type Named = Readonly<Record<string, Tensor>>

/** A layer of anyone's own without parameters, and the textbook formula that it should compute. */
export interface LayerSubject {
  readonly name: string
  readonly layer: (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }
  readonly definition: <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>
  /** The shape of the inputs to draw; (2, 3) unless said. */
  readonly x?: Shape
}

/** A layer with parameters of given shapes. */
export interface ParametricSubject {
  readonly name: string
  readonly layer: (params: never) => (x: Tensor) => {
    readonly y: Tensor
    readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: Named }
  }
  readonly definition: <A>(N: Analytic<A>) => (params: never) => (x: Grid<A>) => Grid<A>
  readonly x: Shape
  readonly params: Readonly<Record<string, Shape>>
}

/** Any layer as a function of all its inputs, x among them: what the laws are about. */
export interface Subject {
  readonly run: (inputs: Named) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => Named }
  readonly define: <A>(N: Analytic<A>) => (inputs: Readonly<Record<string, Grid<A>>>) => Grid<A>
  readonly shapes: Readonly<Record<string, Shape>>
}

const subjectOf = (given: LayerSubject | ParametricSubject): Subject => {
  if ('params' in given) {
    const { layer, definition, x, params } = given
    return {
      run: ({ x: input, ...rest }) => {
        const { y, pullback } = layer(rest as never)(input as Tensor)
        return {
          y,
          pullback: dy => {
            const { dx, dp } = pullback(dy)
            return { x: dx, ...dp }
          }
        }
      },
      define: N => ({ x: input, ...rest }) => definition(N)(rest as never)(input as never),
      shapes: { x, ...params }
    }
  }
  const { layer, definition, x } = given
  return {
    run: inputs => {
      const { y, pullback } = layer(inputs['x'] as Tensor)
      return { y, pullback: dy => ({ x: pullback(dy).dx }) }
    },
    define: N => inputs => definition(N)(inputs['x'] as never),
    shapes: { x: x ?? [2, 3] }
  }
}

// Quarters with a power of two of their own, and cotangents with odd numerators: no entry of a pullback is multiplied by zero.
const tensors = (shape: Shape, numerators: Arbitrary<number>): Arbitrary<Tensor> =>
  fc.tuple(fc.array(numerators, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }), fc.integer({ min: -2, max: 2 }))
    .map(([entries, e]) => T.fromFlat(shape, entries.map(k => (k / 4) * 2 ** e)))

const quarters = fc.integer({ min: -24, max: 24 })
const odd = fc.integer({ min: -12, max: 11 }).map(k => 2 * k + 1)

/** The laws that every layer obeys, judged for this one: its value and pullback are those of its definition, and it is a pure function. */
export const layerLaws = (given: LayerSubject | ParametricSubject): ReadonlyArray<Claim> => {
  const subject = subjectOf(given)
  const inputs: Arbitrary<Named> = fc.record(Object.fromEntries(Object.entries(subject.shapes).map(([name, shape]) => [name, tensors(shape, quarters)])))
  const output = subject.run(Object.fromEntries(Object.entries(subject.shapes).map(([name, shape]) => [name, T.ones(shape)]))).y.shape
  const cotangents = tensors(output, odd)
  const law = <I extends object>(
    name: string, title: string, statement: string, draws: { readonly [K in keyof I]: Arbitrary<I[K]> }, check: (input: I) => Case<Plain>
  ): Claim => claim({ id: `${given.name}/${name}`, title: `${given.name}: ${title}`, statement, source: 'the definition' }, sampled<I>(draws, check))
  return [
    law<{ inputs: Named }>('value', 'the value is that of its definition', String.raw`y = f(x)`, { inputs }, drawn =>
      valueRelations(subject, drawn.inputs)),
    law<{ inputs: Named; dy: Tensor }>('pullback', 'the pullback is the derivative of its definition, entry by entry',
      String.raw`\langle dy, J e_i\rangle = (J^T dy)_i`, { inputs, dy: cotangents }, drawn => derivativeRelations(subject, drawn.inputs, drawn.dy)),
    law<{ inputs: Named; dy: Tensor }>('replay', 'the same inputs give the same bits again, and keep their own',
      String.raw`f(x) = f(x)`, { inputs, dy: cotangents }, drawn => replayRelations(subject, drawn.inputs, drawn.dy)),
    law<{ inputs: Named; dy: Tensor }>('homogeneous', 'the pullback of twice a cotangent is twice its pullback',
      String.raw`J^T (2\,dy) = 2 J^T dy`, { inputs, dy: cotangents }, drawn => {
        const { pullback } = subject.run(drawn.inputs)
        const [once, twice] = [pullback(drawn.dy), pullback(T.mul(drawn.dy, 2))]
        return Object.keys(once).flatMap(name => equalEntries(twice[name] as Tensor, T.mul(once[name] as Tensor, 2), `d${name}`))
      })
  ]
}

const replayRelations = (subject: Subject, inputs: Named, dy: Tensor): ReadonlyArray<Relation<number>> | typeof outside => {
  const before = Object.values(inputs).map(t => [...t.data])
  const [first, second] = [subject.run(inputs), subject.run(inputs)]
  const [pulled, again] = [first.pullback(dy), second.pullback(dy)]
  return [
    ...equalEntries(first.y, second.y, 'y'),
    ...Object.keys(pulled).flatMap(name => equalEntries(pulled[name] as Tensor, again[name] as Tensor, `d${name}`)),
    ...Object.entries(inputs).flatMap(([name, t], k) => [...t.data].map((x, i) => equal(x, before[k]?.[i] ?? NaN, `${name} after the call[${i}]`)))
  ]
}
