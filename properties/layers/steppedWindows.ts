import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equalEntries, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { PerAxis } from '../../src/definition/index.js'
import { sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { cotangentFrom, seeds } from '../cases/hashed.js'
import { quarters } from '../cases/quarters.js'
import { besideDefinition } from './blocks.js'
import { type Bound, subjectOf } from './bound.js'
import type { AnyLayerSubject, Named } from './subject.js'

// What is true of every layer whose window moves with a stride and a pad of each axis.

/** How a window lies on an image and moves. */
export interface Steps {
  readonly height: number
  readonly width: number
  readonly stride: PerAxis
  readonly pad: PerAxis
}

/** A layer with a window, for each way of moving it. */
export interface WindowedSubject {
  readonly name: string
  readonly source: string
  /** What lies around the image: a border of it and no pad must come to the same. */
  readonly border: number
  /** Whether the window has weights w and b; else a pad must be smaller than the window. */
  readonly hasFilters: boolean
  readonly layer: (steps: Steps) => AnyLayerSubject<never>
}

/** A window, its inputs, among them x, and what the cotangent and a direction follow from. */
interface Drawn {
  readonly steps: Steps & { readonly stride: Pair; readonly pad: Pair }
  readonly inputs: Named & { readonly x: Tensor }
  readonly seed: number
}

type Pair = readonly [number, number]

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

const sizes = fc.record({
  n: upTo(2), c: upTo(2), f: upTo(2), height: upTo(3), width: upTo(3), below: fc.nat(3), beside: fc.nat(3),
  stride: fc.tuple(upTo(3), upTo(3)), pads: fc.tuple(fc.nat(2), fc.nat(2))
})

/** Images that the window fits on; quarters that are small have ties under most windows. */
const cases = (hasFilters: boolean): Arbitrary<Drawn> => sizes.chain(s => {
  const { n, c, f, height, width, stride, pads: [p, q] } = s
  const pad = hasFilters ? s.pads : [Math.min(p, height - 1), Math.min(q, width - 1)] as const
  const image = [Math.max(1, height - 2 * pad[0]) + s.below, Math.max(1, width - 2 * pad[1]) + s.beside]
  const x = fc.oneof(quarters([n, c, ...image], 1), quarters([n, c, ...image], 39))
  return fc.record({
    steps: fc.constant({ height, width, stride, pad }),
    inputs: hasFilters
      ? fc.record({ x, w: quarters([f, c, height, width], 39), b: quarters([f], 39) }) : fc.record({ x }),
    seed: seeds
  })
})

const exchanged = ([down, across]: Pair): Pair => [across, down]

const turned = (t: Tensor): Tensor => (t.shape.length === 4 ? T.transpose(t, [0, 1, 3, 2]) : t)

/** Entries of which no two are equal: then it does not matter in which order a window is read. */
const apart = (t: Tensor): Tensor =>
  T.add(T.mul(t, 4096), T.reshape(T.arange(sizeOf(t.shape)), t.shape))

/** Digits, times what a mean over the window divides by: no sum of products with them is rounded. */
const cotangent = ({ seed, steps: { height, width } }: Drawn, y: Tensor): Tensor =>
  T.mul(cotangentFrom(seed % 16, y.shape), height * width)

/** That layers with a window take a stride and a pad for each axis, and what a pad is. */
export const windowedLaws = (subject: WindowedSubject): ReadonlyArray<Claim> => {
  const { name, source, border, hasFilters, layer } = subject
  const boundTo = (steps: Steps): Bound => subjectOf(layer(steps)).bind()
  const law = (
    id: string, title: string, statement: string, check: (drawn: Drawn) => ReadonlyArray<Relation<Plain>>
  ): Claim => claim({ id: `${name}/${id}`, title, statement, source },
    sampled<{ given: Drawn }>({ given: cases(hasFilters) }, ({ given }) => check(given)))
  return [
    law('by-axis', 'With a stride and a pad for each axis, value and pullback are those of the definition',
      String.raw`y = f_{s \times t, p \times q}(x),\ \langle dy, J v\rangle = \langle J^T dy, v\rangle`,
      ({ steps, inputs, seed }) => besideDefinition(boundTo(steps), inputs, seed)),
    law('transposed', 'Rows and columns exchanged everywhere are exchanged in what comes out, and in what is pulled back',
      String.raw`f_{t \times s, q \times p}(x^T) = f_{s \times t, p \times q}(x)^T`, given => {
        const { height, width, stride, pad } = given.steps
        const inputs = { ...given.inputs, x: apart(given.inputs.x) }
        const own = boundTo(given.steps).run(inputs)
        const other = boundTo({ height: width, width: height, stride: exchanged(stride), pad: exchanged(pad) })
          .run(Object.fromEntries(Object.entries(inputs).map(([key, t]) => [key, turned(t)])))
        const dy = cotangent(given, own.y)
        const pulled = other.pullback(turned(dy))
        return [
          ...equalEntries(turned(other.y), own.y, 'y'),
          ...Object.entries(own.pullback(dy)).flatMap(
            ([key, d]) => equalEntries(turned(pulled[key] ?? d), d, `the cotangent of ${key}`)
          )
        ]
      }),
    law('padded', `A pad is a border of ${border === 0 ? 'zeros' : 'minus infinity'} around the image, of which nothing is pulled back`,
      border === 0 ? String.raw`f_p(x) = f_0(0 \cdots x \cdots 0)` : String.raw`f_p(x) = f_0(-\infty \cdots x \cdots -\infty)`, given => {
        const { steps, inputs } = given
        const [{ x }, [p, q]] = [inputs, steps.pad]
        const own = boundTo(steps).run(inputs)
        const bordered = T.pad(x, [[0, 0], [0, 0], [p, p], [q, q]], border)
        const other = boundTo({ ...steps, pad: 0 }).run({ ...inputs, x: bordered })
        const dy = cotangent(given, own.y)
        const [, , rows = 0, columns = 0] = x.shape
        const inside = [{}, {}, { start: p, stop: p + rows }, { start: q, stop: q + columns }]
        return [
          ...equalEntries(own.y, other.y, 'y'),
          ...equalEntries(
            own.pullback(dy)['x'] ?? x, T.slice(other.pullback(dy)['x'] ?? bordered, inside), 'the cotangent of x'
          )
        ]
      })
  ]
}
