import { add, div, inner, mul, neg, num, square, sub } from './build.js'
import type { Draws } from './Draws.js'
import { at, type Formula, index, mentionsIndex, partAt, placesOf, replacedAt } from './Formula.js'
import { isNumeric } from './names.js'

type Rule = (f: Formula) => Formula | undefined

const both = (operation: Formula['operation'], rule: (a: Formula, b: Formula) => Formula | undefined): Rule => f =>
  (f.operation === operation ? rule(f.parts[0] as Formula, f.parts[1] as Formula) : undefined)

/** Laws by which a formula is rewritten wherever it has their form. */
const rules: Readonly<Record<string, Rule>> = {
  'sums commute': both('add', (a, b) => add(b, a)),
  'products commute': both('multiply', (a, b) => (isNumeric(a) || isNumeric(b) ? mul(b, a) : undefined)),
  'inner products commute': both('inner', (a, b) => inner(b, a)),
  'sums associate': both(
    'add', (a, b) => (a.operation === 'add' ? add(a.parts[0] as Formula, add(a.parts[1] as Formula, b)) : undefined)
  ),
  'products distribute': both('multiply', (a, b) =>
    (b.operation === 'add' ? add(mul(a, b.parts[0] as Formula), mul(a, b.parts[1] as Formula)) : undefined)),
  'a difference is a sum': both('subtract', (a, b) => add(a, neg(b))),
  'a quotient is a product': both('divide', (a, b) => (isNumeric(a) ? mul(a, div(num(1), b)) : mul(div(num(1), b), a))),
  'a square is a product': f => {
    const [[a], [n]] = [f.parts, f.wholes]
    const isSquare = f.operation === 'power' && n?.plus === 2 && Object.keys(n.times).length === 0
    return isSquare && a !== undefined ? mul(a, a) : undefined
  },
  'a product is a square, less': both('multiply', (a, b) => (isNumeric(a) && isNumeric(b)
    ? div(sub(square(add(a, b)), add(square(a), square(b))), num(2)) : undefined)),
  'an index has another name': f => {
    const free = ['i', 'j', 'k', 'l', 'g', 'h', '\\ell', '\\kappa', '\\mu', '\\nu'].find(
      letter => letter !== f.name && !isUsed(f, letter)
    )
    return (f.operation === 'sum' || f.operation === 'product') && free !== undefined
      ? { ...f, name: free, parts: f.parts.map(part => at(part, f.name, index(free))) } : undefined
  }
}

const isUsed = (f: Formula, letter: string): boolean =>
  mentionsIndex(f, letter) || f.name === letter || f.parts.some(part => isUsed(part, letter))

/** The formula rewritten so many times, each time where a rule that is drawn applies. */
export const rewritten = (
  f: Formula, times: number, draws: Draws
): { readonly formula: Formula; readonly laws: ReadonlyArray<string> } => {
  if (times === 0) return { formula: f, laws: [] }
  const [name, rule] = draws.pick(Object.entries(rules))
  const found = placesOf(f).flatMap(way => {
    const by = rule(partAt(f, way))
    return by === undefined ? [] : [replacedAt(f, way, by)]
  })
  if (found.length === 0) return rewritten(f, times - 1, draws)
  const next = rewritten(draws.pick(found), times - 1, draws)
  return { formula: next.formula, laws: [name, ...next.laws] }
}
