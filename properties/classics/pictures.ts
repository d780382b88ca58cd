import fc from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** What is done to images (H, W, C), as a person might write it. */
export interface PicturesSubject {
  readonly name: string
  readonly cropCentre: (image: Tensor, height: number, width: number) => Tensor
  readonly resize: (image: Tensor, height: number, width: number) => Tensor
  readonly tint: (image: Tensor, factors: ReadonlyArray<number>) => Tensor
  readonly stretched: (x: Tensor) => Tensor
  readonly filterGrid: (filters: Tensor, options?: { readonly together?: boolean; readonly gap?: number }) => Tensor
}

/** Images of these shapes with whole entries. */
const imageOf = (shape: ReadonlyArray<number>, entry: fc.Arbitrary<number>): fc.Arbitrary<Tensor> => {
  const length = shape.reduce((a, b) => a * b, 1)
  return fc.array(entry, { minLength: length, maxLength: length }).map(entries => T.fromFlat(shape, entries))
}
const bytes = fc.nat(255)
const sizes = fc.integer({ min: 1, max: 5 })
const images = fc.tuple(sizes, sizes, fc.integer({ min: 1, max: 3 })).chain(shape => imageOf(shape, bytes))

/** A claim for each entry of a tensor of this shape. */
const eachEntry = (
  what: string, x: Tensor, shape: ReadonlyArray<number>, expected: (...index: ReadonlyArray<number>) => number
): ReadonlyArray<Relation<Plain>> => [
  equal<Plain>(x.shape.length, shape.length, `axes of ${what}`),
  ...shape.map((size, axis) => equal<Plain>(x.shape[axis] ?? NaN, size, `size of axis ${axis} of ${what}`)),
  ...[...T.tabulate(shape, expected).data].map(
    (value, k) => equal<Plain>(x.data[k] ?? NaN, value, `entry ${k} of ${what}`))
]

export const pictureLaws: Law<PicturesSubject> = ({
  name, cropCentre, resize, tint, stretched, filterGrid
}): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/crop`, title: 'A part cut out of the middle has as much left out before it as after, or one less',
      source: 'Convolutional networks notebook, image filters',
      statement: String.raw`y_{hwc} = x_{h + \lfloor (H - h') / 2 \rfloor,\, w + \lfloor (W - w') / 2 \rfloor,\, c}`
    },
    sampled<{ readonly image: Tensor; readonly share: readonly [number, number] }>(
      { image: images, share: fc.tuple(fc.nat(99), fc.nat(99)) },
      ({ image, share }) => {
        const [rows = 0, columns = 0, channels = 0] = image.shape
        const [above, beside] = [share[0] % rows, share[1] % columns]
        const part = cropCentre(image, rows - above, columns - beside)
        return eachEntry('the part', part, [rows - above, columns - beside, channels], (h = 0, w = 0, c = 0) =>
          T.at(image, [h + (above - above % 2) / 2, w + (beside - beside % 2) / 2, c]))
      }
    )
  ),
  claim(
    {
      id: `${name}/bilinear`, title: 'A pixel of another size is weighed from all pixels by the tents around them',
      source: 'Bilinear interpolation',
      statement: String.raw`y_{hwc} = \sum_{ij} \Lambda(u_h - i)\, \Lambda(v_w - j)\, x_{ijc},\quad \Lambda(t) = \max(0, 1 - |t|)`
    },
    // The sizes are powers of two and the entries are whole, so that both sides are exact.
    sampled<{ readonly image: Tensor; readonly height: number; readonly width: number }>(
      {
        image: fc.tuple(fc.constantFrom(1, 2, 4), fc.constantFrom(1, 2, 4), fc.integer({ min: 1, max: 2 }))
          .chain(shape => imageOf(shape, bytes)),
        height: fc.constantFrom(1, 2, 4, 8), width: fc.constantFrom(1, 2, 4, 8)
      },
      ({ image, height, width }) => {
        const [rows = 0, columns = 0, channels = 0] = image.shape
        const place = (i: number, old: number, size: number): number =>
          Math.min(old - 1, Math.max(0, ((2 * i + 1) * old / size - 1) / 2))
        const tent = (t: number): number => Math.max(0, 1 - Math.abs(t))
        return eachEntry('the image', resize(image, height, width), [height, width, channels], (h = 0, w = 0, c = 0) =>
          T.at(T.sum(T.tabulate([rows, columns], (i, j) =>
            tent(place(h, rows, height) - i) * tent(place(w, columns, width) - j) * T.at(image, [i, j, c]))), []))
      }
    )
  ),
  claim(
    {
      id: `${name}/tint`, title: 'A tinted entry is the whole number nearest to the product, between 0 and 255',
      source: 'Notes on CS231n, Python tutorial, image operations',
      statement: String.raw`y_{hwc} = \min(255, \max(0, \lfloor f_c\, x_{hwc} + \tfrac12 \rfloor))`
    },
    // Factors in quarters, so that the products are exact.
    sampled<{ readonly image: Tensor; readonly factors: ReadonlyArray<number> }>(
      {
        image: images,
        factors: fc.array(fc.integer({ min: -2, max: 9 }).map(n => n / 4), { minLength: 3, maxLength: 3 })
      },
      ({ image, factors }) => eachEntry('the image', tint(image, factors.slice(0, image.shape[2])), image.shape, (
        h = 0, w = 0, c = 0
      ) => {
        const product = T.at(image, [h, w, c]) * (factors[c] ?? NaN)
        const [below, rest] = [product - ((product % 1) + 1) % 1, ((product % 1) + 1) % 1]
        const whole = rest >= 0.5 ? below + 1 : below
        return whole < 0 ? 0 : whole > 255 ? 255 : whole
      })
    )
  ),
  claim(
    {
      id: `${name}/stretched`, title: 'A stretched entry is the nearest whole number to its share of the range times 255',
      source: 'Convolutional networks notebook, image filters',
      statement: String.raw`y - \tfrac12 \le 255\, \frac{x - \min}{\max - \min} < y + \tfrac12,\quad y = 128 \text{ where } \max = \min`
    },
    // A range of 2^k makes quotient and product exact; at 2^1024 it is no double, although the entries are.
    sampled<{ readonly entries: ReadonlyArray<number>; readonly low: number; readonly exponent: number }>(
      {
        entries: fc.array(fc.nat(64), { maxLength: 6 }), low: fc.integer({ min: -50, max: -1 }),
        exponent: fc.constantFrom(-3, 0, 5, 1018)
      },
      ({ entries, low, exponent }) => {
        const scale = 2 ** exponent
        const scaled = (entry: number): number => (low + entry) * scale
        const x = T.fromFlat([entries.length + 2], [...entries, 0, 64].map(scaled))
        const flat = T.fromFlat([2], [scaled(0), scaled(0)])
        return [
          ...eachEntry('the entries', stretched(x), x.shape, (i = 0) => {
            const shares = 255 * ([...entries, 0, 64][i] ?? NaN)
            return (shares - shares % 64) / 64 + (shares % 64 >= 32 ? 1 : 0)
          }),
          ...eachEntry('one value', stretched(flat), [2], () => 128)
        ]
      }
    )
  ),
  claim(
    {
      id: `${name}/grid`, title: 'In a grid each filter is at its place, stretched, and between the filters is nothing',
      source: 'Convolutional networks notebook, visualized filters',
      statement: String.raw`y_{a(H + g) + h,\, b(W + g) + w,\, c} = s(x_{aq + b})_{chw},\quad q = \lceil \sqrt F \rceil`
    },
    sampled<{ readonly filters: Tensor; readonly gap: number; readonly together: boolean }>(
      {
        filters: fc.tuple(
          fc.integer({ min: 1, max: 7 }), fc.constantFrom(1, 3), fc.constantFrom(1, 2), fc.constantFrom(1, 2, 3)
        ).chain(shape => imageOf(shape, fc.integer({ min: -9, max: 9 }))),
        gap: fc.nat(2), together: fc.boolean()
      },
      ({ filters, gap, together }) => {
        const [count = 0, channels = 0, height = 0, width = 0] = filters.shape
        const columns = [1, 2, 2, 2, 3, 3, 3][count - 1] ?? NaN
        const rows = [1, 1, 2, 2, 2, 2, 3][count - 1] ?? NaN
        const whole = stretched(filters)
        const places = Array.from({ length: count }, (_, f) => {
          const own = together ? T.row(whole, f) : stretched(T.row(filters, f))
          return { own, top: (f - f % columns) / columns * (height + gap), left: f % columns * (width + gap) }
        })
        const shape = [rows * height + (rows - 1) * gap, columns * width + (columns - 1) * gap, channels]
        return eachEntry('the picture', filterGrid(filters, { gap, together }), shape, (y = 0, x = 0, c = 0) => {
          const found = places.find(({ top, left }) => y >= top && y < top + height && x >= left && x < left + width)
          return found === undefined ? 0 : T.at(found.own, [c, y - found.top, x - found.left])
        })
      }
    )
  )
]
