import type { Answer, Derivative, Difference, Shown } from '../../differentiate/index.js'
import type { Judged } from '../../differentiate/index.js'
import { mapRecord } from '../../prelude/index.js'

const valuesOf = (differences: Derivative['differences']): Readonly<Record<string, Shown>> =>
  Object.fromEntries(Object.entries(differences).flatMap(([name, d]: readonly [string, Difference | string]) =>
    (typeof d === 'string' ? [] : [[name, d.value]])))

/** What is right: of a mode that has all digits, what it gave. */
const rightOf = ({ forward, reverse, symbolic }: Derivative['modes']): string =>
  [forward, reverse, symbolic].find(({ right }) => right !== undefined)?.right ?? reverse.text

/** The same facts for a program: numbers as numbers, or as strings when more digits were asked for than a double has. */
export const json = (
  answer: Answer, expected: ReadonlyArray<Judged> = [], secondOpinion?: Readonly<Record<'verdict' | 'said', string>>
): string => {
  // JSON has no Infinity and no NaN
  const number = ({ text, near }: Shown): number | string =>
    (answer.digits === undefined && Number.isFinite(near) ? near : text)
  const digits = (all: Readonly<Record<string, Shown>>): Readonly<Record<string, number | undefined>> =>
    mapRecord(all, figure => figure.digits)
  const figures = (all: Readonly<Record<string, Shown>>): Readonly<Record<string, number | string>> =>
    mapRecord(all, figure => number(figure))
  const byInput = <T>(f: (d: Derivative) => T): Readonly<Record<string, T>> =>
    mapRecord(answer.gradient, d => f(d))
  const quotient = (q: 'oneSided' | 'backward' | 'central') => (d: Derivative) => {
    const taken = d.differences[q]
    return typeof taken === 'string' ? null : number(taken.value)
  }
  return `${JSON.stringify({
    expression: answer.expression,
    at: answer.digits !== undefined ? answer.at
      : mapRecord(answer.at, text => Number.isFinite(Number(text)) ? Number(text) : text),
    ...(Object.keys(answer.arrays).length === 0 ? {} : {
      arrays: Object.fromEntries(Object.entries(answer.arrays).map(([name, { rows, columns, entries }]) => [name, {
        rows, columns, gradient: entries.map(entry => number((answer.gradient[entry] as Derivative).modes.reverse))
      }]))
    }),
    value: number(answer.value),
    variables: answer.steps.map(({ name, operation, value, tangents, adjoint, edges }) => ({
      name, operation, value: number(value), tangents: figures(tangents), adjoint: number(adjoint),
      digits: { value: value.digits, tangents: digits(tangents), adjoint: adjoint.digits },
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
        : { value: number(extrapolated.value), error: extrapolated.error === undefined ? null
          : number(extrapolated.error) })),
      enclosure: byInput(({ enclosure: [lo, hi] }) => [number(lo), number(hi)])
    },
    formulas: byInput(({ formula, tex }) => ({ text: formula, tex })),
    agreement: byInput(({ ulps, agrees, consistent }) => ({ ulps, agrees, consistent })),
    digits: {
      of: answer.of,
      value: answer.value.digits,
      gradient: byInput(({ modes, differences }) => ({ ...digits(modes), ...digits(valuesOf(differences)) }))
    },
    right: {
      value: answer.value.right ?? answer.value.text,
      gradient: byInput(({ modes }) => rightOf(modes))
    },
    agrees: answer.agrees,
    ...(answer.hessian.length === 0 ? {} : {
      hessian: answer.hessian.map(({ by, value, formula, tex }) => {
        const found = typeof value === 'string' ? { value: null, why: value }
          : { value: number(value), digits: value.digits }
        return { by, ...found, text: formula, tex }
      })
    }),
    ...(answer.kinks.length === 0 ? {} : {
      kinks: answer.kinks,
      sides: Object.fromEntries(Object.entries(answer.sides).map(([name, { left, right, exists }]) =>
        [name, { ...figures({ left, right }), exists }]))
    }),
    ...(expected.length === 0 ? {} : { expected }),
    ...(secondOpinion === undefined ? {} : { secondOpinion })
  }, null, 2)}\n`
}
