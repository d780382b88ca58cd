import { type Analytic, elementary, encloseRational, type Grid, type Interval, mapGrid } from '../../src/number/index.js'

/** A double and by how much it may be off. */
interface Off {
  readonly value: number
  readonly by: number
}

const unit = 2 ** -53

/** A result next to which another formula has a number of about 1: 1 - s for s near 1, or e^x - 1 for x near 0. */
const rounded = (value: number, by: number): Off => ({ value, by: by + unit * Math.max(1, Math.abs(value)) })

const of = (value: number): Off => ({ value, by: 0 })

/** A function of this value and slope. */
const smooth = (f: (x: number) => number, slope: (x: number, y: number) => number) => ({ value: x, by }: Off): Off => {
  const y = f(x)
  return rounded(y, by === 0 ? 0 : Math.abs(slope(x, y)) * by)
}

/**
 * Doubles with errors as they go through a formula to first order, where exp, tanh and their like, and quotients of what comes from them,
 * are off by as much as a number of size 1 is by rounding. So s (1 - s) for the derivative of a sigmoid is off where s is near 1, whatever
 * the definition does there.
 */
const running: Analytic<Off> = elementary<Off>({
  of,
  add: (a, b) => ({ value: a.value + b.value, by: a.by + b.by }),
  sub: (a, b) => ({ value: a.value - b.value, by: a.by + b.by }),
  mul: (a, b) => ({ value: a.value * b.value, by: Math.abs(a.value) * b.by + Math.abs(b.value) * a.by }),
  div: (a, b) => {
    const value = a.value / b.value
    const by = (a.by + Math.abs(value) * b.by) / Math.abs(b.value)
    return by > 0 ? rounded(value, by) : of(value)
  },
  where: (a, b, x, y) => (a.value >= b.value ? x : y),
  ofRational: q => of(encloseRational(q).lo),
  neg: a => ({ ...a, value: 0 - a.value }),
  pi: () => of(Math.PI),
  sqrt: ({ value, by }) => {
    const root = Math.sqrt(value)
    return { value: root, by: by === 0 ? 0 : Math.min(Math.sqrt(by), by / (2 * root)) }
  },
  exp: smooth(Math.exp, (_, y) => y),
  log: smooth(Math.log, x => 1 / x),
  sin: smooth(Math.sin, x => Math.cos(x)),
  cos: smooth(Math.cos, x => Math.sin(x)),
  atan: smooth(Math.atan, x => 1 / (1 + x * x)),
  tanh: smooth(Math.tanh, (_, y) => 1 - y * y),
  // near enough to say how steep it is
  erf: smooth(x => Math.tanh(x * 2 / Math.sqrt(Math.PI)), x => Math.exp(-x * x) * 2 / Math.sqrt(Math.PI))
})

/** Where the results of formulas lie that lose what numbers of size 1 lose, and what that comes to. */
export const withUnitErrors = (formulas: <A>(N: Analytic<A>) => Grid<A>): Grid<Interval> =>
  mapGrid(({ value, by }: Off): Interval => ({ lo: value - by, hi: value + by }))(formulas(running))
