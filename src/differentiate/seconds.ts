import {
  evaluate, forward, type Graph, secondAtKinks, type SecondAtKinks, symbolic, tex, text
} from '../expression/index.js'
import { type Ball, ball } from '../number/index.js'
import type { Shown, Second } from './Answer.js'
import { type At, lifted } from './modes.js'
import { judged, type System } from './System.js'
import type { Truth } from './truth.js'

// Second derivatives cancel more than first ones.
const moreBits = 4

/** All second derivatives, or why there are none: at kinks two conventions make no derivative. */
export const secondsOf = <A>(
  system: System<A>, graph: Graph, derivatives: Readonly<Record<string, Graph>>, at: At, truth: Truth
): ReadonlyArray<Second> => {
  const { N } = system
  const B = ball(moreBits * truth.bits)
  const [point, exact] = [lifted(N, at), lifted(B, at)]
  const valueOf = (formula: Graph): Shown => judged(
    system, forward(N)(formula, point).values[formula.output] as A, evaluate(B)(formula, exact)[formula.output] as Ball
  )
  const figureAtKinks = (by: readonly [string, string]): Shown | string => {
    const found = secondAtKinks(B)(graph, exact, truth.kinks, by)
    return found.kind === 'exists' ? valueOf(found.formula) : whyNone(system, by, found)
  }
  return Object.entries(derivatives).flatMap(
    ([first, d], i) => Object.entries(symbolic(d)).slice(i).map(([second, formula]) => ({
      by: [first, second] as const,
      formula: text(formula),
      tex: tex(formula),
      value: truth.kinks.length === 0 ? valueOf(formula) : figureAtKinks([first, second])
    }))
  )
}

const whyNone = <A>(
  { showBall }: System<A>, [first, second]: readonly [string, string],
  { kind, inner, left, right }: Exclude<SecondAtKinks, { readonly kind: 'exists' }>
): string => {
  const sides = `${showBall(left)} to the left, ${showBall(right)} to the right`
  const along = first === second || !inner ? second : first
  return kind === 'jumps' ? `none: along ${along}, df/d${first} is ${sides}`
    : inner && first !== second ? `none: beside the point df/d${first} does not exist`
      : `none: along ${along}, df/d${first} has slope ${sides}`
}
