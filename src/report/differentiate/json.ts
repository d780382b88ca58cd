import type { Answer, Derivative, Figure } from './Answer.js'
import type { Judged } from './expect.js'

/** The same facts for a program: numbers as numbers, or as strings when more digits were asked for than a double has. */
export const json = (answer: Answer, expected: ReadonlyArray<Judged> = []): string => {
  const number = ({ text, near }: Figure): number | string => (answer.digits === undefined ? near : text)
  const figures = (all: Readonly<Record<string, Figure>>): Readonly<Record<string, number | string>> =>
    Object.fromEntries(Object.entries(all).map(([name, figure]) => [name, number(figure)]))
  const byInput = <T>(f: (d: Derivative) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(answer.gradient).map(([name, d]) => [name, f(d)]))
  const quotient = (q: 'oneSided' | 'backward' | 'central') => (d: Derivative) => {
    const taken = d.differences[q]
    return typeof taken === 'string' ? null : number(taken.value)
  }
  return `${JSON.stringify({
    expression: answer.expression,
    at: answer.digits !== undefined ? answer.at
      : Object.fromEntries(Object.entries(answer.at).map(([name, value]) => [name, Number(value)])),
    value: number(answer.value),
    variables: answer.steps.map(({ name, operation, value, tangents, adjoint, edges }) => ({
      name, operation, value: number(value), tangents: figures(tangents), adjoint: number(adjoint),
      edges: edges.map(({ from, derivative }) => ({ from, derivative: number(derivative) }))
    })),
    gradient: {
      forward: byInput(d => number(d.modes.forward)),
      reverse: byInput(d => number(d.modes.reverse)),
      symbolic: byInput(d => number(d.modes.symbolic)),
      central: byInput(quotient('central')),
      oneSided: byInput(quotient('oneSided')),
      backward: byInput(quotient('backward')),
      extrapolated: byInput(({ differences: { extrapolated } }) => (typeof extrapolated === 'string' ? null
        : { value: number(extrapolated.value), error: extrapolated.error === undefined ? null : number(extrapolated.error) })),
      enclosure: byInput(({ enclosure: [lo, hi] }) => [number(lo), number(hi)])
    },
    formulas: byInput(({ formula, tex }) => ({ text: formula, tex })),
    agreement: byInput(({ ulps, agrees }) => ({ ulps, agrees })),
    ...(answer.hessian.length === 0 ? {} : {
      hessian: answer.hessian.map(({ by, value, formula, tex }) => ({ by, value: number(value), text: formula, tex }))
    }),
    ...(answer.kinks.length === 0 ? {} : {
      kinks: answer.kinks,
      sides: Object.fromEntries(Object.entries(answer.sides).map(([name, s]) => [name, figures({ ...s })]))
    }),
    ...(expected.length === 0 ? {} : { expected })
  }, null, 2)}\n`
}
