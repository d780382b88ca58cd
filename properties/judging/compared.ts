import { contains, type Grid, indexAt, type Interval, isNowhere, isWholeLine, magnitude } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { unsaid } from '../judges/inAnyOrder.js'
import type { Named, NamedGrids } from '../layers/subject.js'
import type { Finding } from './Finding.js'
import type { Outside } from './noise.js'

// What came back beside where it should lie.

const isSaid = (enclosure: Interval): boolean =>
  enclosure !== unsaid && !isNowhere(enclosure) && !isWholeLine(enclosure)

/** Whether anything is known of an entry. */
export const areKnown = (all: NamedGrids<Interval>): boolean =>
  Object.values(all).some(({ entries }) => entries.some(isSaid))

const distance = (x: number, { lo, hi }: Interval): number =>
  (Number.isNaN(x) ? NaN : x < lo ? lo - x : x > hi ? x - hi : 0)

/**
 * The entries outside their rooms, the farthest first. Where doubles hold what is known exactly, the room to which an error is compared is
 * that of another formula, which rounds; and it is at least as wide as a rounding of the largest entry.
 */
export const outside = (
  results: Named, known: NamedGrids<Interval>, rooms: () => NamedGrids<number>
): ReadonlyArray<Outside> => {
  let widths: NamedGrids<number> | undefined
  const found = Object.entries(known).flatMap(([name, grid]) => {
    const largest = grid.entries.filter(isSaid).reduce((most, each) => Math.max(most, magnitude(each)), 0)
    return grid.entries.flatMap((enclosure, position): ReadonlyArray<Outside> => {
      const x = results[name]?.data[position] ?? NaN
      if (!isSaid(enclosure) || contains(enclosure, x)) return []
      widths ??= rooms()
      const width = widths[name]?.entries[position] ?? 0
      const room = Math.max(width, largest * 2 ** -53, 2 ** -1074)
      return [{ name, position, by: distance(x, enclosure), room, value: x, largest }]
    })
  })
  return [...found].sort((a, b) => ratioOf(b) - ratioOf(a))
}

/** How many times the room an error is; of what is no number, no bound is known. */
const ratioOf = ({ by, room }: Outside): number => (by / room < 1e300 ? by / room : 1e300)

/** `dw[2,1]`, counted from 0 as the program does. */
export const entryOf = (name: string, { shape }: Pick<Tensor, 'shape'>, position: number): string =>
  (shape.length === 0 ? name : `${name}[${indexAt(shape, position).join(', ')}]`)

const digits = (x: number): string =>
  String(Math.abs(x) < 1e-300 || Math.abs(x) > 1e300 ? x : Number(x.toPrecision(15)))

/** What should be there: one number, or two ends that all the digits shown agree with. */
const wanted = ({ lo, hi }: Interval): string => {
  if (lo === hi) return String(lo)
  const middle = lo / 2 + hi / 2
  const certain = Math.floor(-Math.log10(Math.abs((hi - lo) / (middle || 1))))
  return certain < 2 ? `between ${digits(lo)} and ${digits(hi)}` : String(Number(middle.toPrecision(Math.min(15, certain))))
}

/** That an entry is wrong. */
export const wrongEntry = (
  law: string, results: Named, known: NamedGrids<Interval>, { name, position }: Outside
): Finding => {
  const grid = known[name] as Grid<Interval>
  const entry = entryOf(name, grid, position)
  const got = digitsOf(results[name]?.data[position] ?? NaN)
  const want = wanted(grid.entries[position] as Interval)
  return { verdict: 'wrong', law, entry, got, want, says: `${entry} is ${got}, and should be ${want}` }
}

const digitsOf = (x: number): string => (Number.isNaN(x) ? 'nan' : x === Infinity ? 'inf' : x === -Infinity ? '-inf' : String(x))

