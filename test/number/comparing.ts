import type { Analytic } from '../../src/number/index.js'
import { type Formal, type Formals, formals } from '../../src/number/formal.js'

export interface Given {
  readonly x: Formal
  readonly y: Formal
  readonly z: Formal
  /** Positive. */
  readonly a: Formal
  readonly b: Formal
}

export type Sides = (N: Analytic<Formal>, given: Given, n: (x: number) => Formal) => readonly [Formal, Formal]

export const givenOf = ({ variable }: Formals): Given =>
  ({ x: variable(0, false), y: variable(1, false), z: variable(2, false), a: variable(3, true), b: variable(4, true) })

/** What is said of two sides without a look at their values: beside a number of which no value is known. */
export const compared = (sides: Sides, laws: boolean, most?: number): string => {
  const F = formals(laws, most)
  const [left, right] = sides(F.N, givenOf(F), F.N.of)
  const unseen = F.N.acos(F.N.of(2))
  return F.compare(F.N.add(left, unseen), F.N.add(right, unseen))
}
