import { type Draws, draws } from './Draws.js'
import { edited } from './edits.js'
import type { Formula } from './Formula.js'
import { laws } from './laws/index.js'
import { names } from './names.js'
import { pairBy } from './pairBy.js'
import { rewritten } from './rewrite.js'
import { type Style, tex } from './tex.js'
import { apart, eighths, type Point, valueAt } from './values.js'

/** A line of a document, and how it was made. */
export interface Statement {
  readonly turn: number
  readonly tex: string
  readonly laws: ReadonlyArray<string>
  /** What was done to its right side, if it is no identity. */
  readonly edit?: string
}

const styleFrom = ({ pick }: Draws): Style => ({
  transpose: pick(['T', '\\top']), exp: pick(['e', '\\exp']), times: pick([' ', ' ', ' \\cdot ']),
  sigmoid: pick(['\\sigma', '\\operatorname{sigmoid}']), derivative: pick(['d', '\\partial']),
  gradient: pick(['\\nabla_w', '\\frac{\\partial}{\\partial w}']), powers: pick(['after', 'on the name'])
})

const pointFrom = (draws: Draws, n: number): Point => {
  const rows = (count: number, columns: number, of: () => number): ReadonlyArray<ReadonlyArray<number>> =>
    Array.from({ length: count }, () => Array.from({ length: columns }, of))
  const odd = (): number => 2 * draws.below(20) - 19
  const positive = (): number => 2 * draws.below(15) + 1
  const [numbers, columns] = [[...names.number, 't'], [...names.vector, 'w']]
  return {
    wholes: new Map([['n', n], ['m', 2]]),
    variables: new Map([
      ...numbers.map(name => [name, eighths(rows(1, 1, odd))] as const),
      ...names.positive.map(name => [name, eighths(rows(1, 1, positive))] as const),
      ...columns.map(name => [name, eighths(rows(n, 1, odd))] as const),
      ...names.short.map(name => [name, eighths(rows(2, 1, odd))] as const),
      ...names.square.map(name => [name, eighths(rows(n, n, odd))] as const),
      ...names.tall.map(name => [name, eighths(rows(2, n, odd))] as const)
    ])
  }
}

type Compared = 'equal' | 'apart' | 'undefined'

/** What the second opinion says of two sides: at points of each size, at some of which both must be defined. */
const compared = (left: Formula, right: Formula, points: ReadonlyArray<ReadonlyArray<Point>>): Compared => {
  const found = points.map(ofSize => ofSize.flatMap(point => {
    const [a, b] = [valueAt(left, point), valueAt(right, point)]
    return a === undefined || b === undefined ? [] : [apart(a, b)]
  }))
  return found.some(ofSize => ofSize.length === 0) ? 'undefined' : found.flat().includes(true) ? 'apart' : 'equal'
}

const mostTries = 60

/** The identity of a turn, and the line that an edit of its right side makes of it, which is false. */
export const statementsOf = (seed: number, turn: number): readonly [Statement, Statement] => {
  const chance = draws(seed, turn)
  const law = laws[turn % laws.length] as (typeof laws)[number]
  for (let tries = 0; tries < mostTries; tries++) {
    const pair = pairBy(law, chance)
    const { formula: right, laws: more } = rewritten(pair.right, chance.below(3), chance)
    const style = styleFrom(chance)
    const line = (side: Formula): string => `${tex(pair.left, style)} = ${tex(side, style)}`
    const points = [1, 2, 3].map(n => [pointFrom(chance, n), pointFrom(chance, n)])
    const known = compared(pair.left, right, points)
    if (known === 'apart') throw new Error(`the law ${law.name} is none: ${line(right)}`)
    if (known === 'undefined' || line(right).length > longest) continue
    const identity: Statement = { turn, tex: line(right), laws: [...pair.laws, ...more] }
    for (let edits = 0; edits < mostTries; edits++) {
      const { formula, edit } = edited(right, chance)
      if (compared(pair.left, formula, points) === 'apart') return [identity, { ...identity, tex: line(formula), edit }]
    }
  }
  throw new Error(`no statement by the law ${law.name}`)
}

// Lines that a person would still write.
const longest = 600
