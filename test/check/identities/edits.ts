import { neg, num, transpose, twice } from './build.js'
import type { Draws } from './Draws.js'
import { type Formula, partAt, placesOf, replacedAt, type Whole } from './Formula.js'
import { isNumeric, names, shapeOf } from './names.js'

const sameShape = (f: Formula, g: Formula): boolean => String(shapeOf(f)) === String(shapeOf(g))

const partners: Readonly<Record<string, string>> = {
  exp: 'cosh', log: 'sqrt', sin: 'cos', cos: 'sin', tan: 'sin', arctan: 'tanh', sinh: 'cosh', cosh: 'sinh',
  tanh: 'sigmoid', sqrt: 'log',
  abs: 'relu', relu: 'abs', sigmoid: 'tanh', softplus: 'relu'
}

const swaps: Readonly<Partial<Record<Formula['operation'], Formula['operation']>>> = {
  add: 'subtract', subtract: 'add', max: 'min', min: 'max', norm: 'norm1', norm1: 'norm', sum: 'product', product: 'sum'
}

/** Another variable of the same kind. */
const othersLike = (name: string): ReadonlyArray<string> =>
  Object.values<ReadonlyArray<string>>(names).filter(known => known.includes(name)).flatMap(
    known => known.filter(other => other !== name)
  )

const moved = (w: Whole, by: number): Whole => ({ ...w, plus: w.plus + by })

/** One small edit of a node: a sign, a constant, an index, a function, a factor, a term, a letter, a transpose. */
const editsOf = (f: Formula, indices: ReadonlyArray<string>): ReadonlyArray<readonly [string, Formula]> => {
  const swapped = swaps[f.operation]
  const kept = f.parts.filter(part => sameShape(part, f) && f.parts.length > 1)
  const isMatrix = String(shapeOf(f)) === 'n,n'
  const constant = Number(f.name)
  return [
    ...swapped === undefined ? [] : [['operation', { ...f, operation: swapped }] as const],
    ...f.operation === 'function'
      ? [{ ...f, name: partners[f.name] ?? 'sin' }, f.parts[0] as Formula].map(by => ['function', by] as const) : [],
    ...f.operation === 'negate' ? [['sign', f.parts[0] as Formula] as const] : [['sign', neg(f)] as const],
    ...f.operation === 'number' ? [1, -1].filter(by => constant + by > 0)
      .map(by => ['constant', num(constant + by)] as const) : [],
    ...f.operation === 'variable' ? othersLike(f.name).map(name => ['letter', { ...f, name }] as const) : [],
    ...f.wholes.flatMap((_, k) => [
      ...[1, -1].map(by => ['index', { ...f, wholes: f.wholes.map((w, i) => (i === k ? moved(w, by) : w)) }] as const),
      ...f.operation === 'entry' ? indices.map(name =>
        ['index', { ...f, wholes: f.wholes.map((w, i) => (i === k ? { plus: 0, times: { [name]: 1 } } : w)) }] as const)
          : []
    ]),
    ...f.operation === 'divide' || f.operation === 'subtract' || f.operation === 'real power'
      ? isNumeric(f) ? [['order', { ...f, parts: [...f.parts].reverse() }] as const] : [] : [],
    ...kept.map(part => ['dropped', part] as const),
    ...isMatrix && f.operation === 'transpose' ? [['transpose', f.parts[0] as Formula] as const] : [],
    ...isMatrix ? [['transpose', transpose(f)] as const] : [],
    ...f.operation === 'derivative' ? [['derivative', f.parts[0] as Formula] as const] : [],
    ['factor', twice(f)] as const
  ]
}

const boundAt = (f: Formula, [k, ...way]: ReadonlyArray<number>): ReadonlyArray<string> =>
  (k === undefined ? [] : [
    ...f.operation === 'sum' || f.operation === 'product' ? [f.name] : [], ...boundAt(f.parts[k] as Formula, way)
  ])

/** The formula with one edit, of a kind that is drawn first. */
export const edited = (f: Formula, draws: Draws): { readonly formula: Formula; readonly edit: string } => {
  const all = placesOf(f).flatMap(
    way => editsOf(partAt(f, way), boundAt(f, way)).map(([edit, by]) => ({ edit, way, by }))
  )
  const edit = draws.pick([...new Set(all.map(found => found.edit))])
  const { way, by } = draws.pick(all.filter(found => found.edit === edit))
  return { formula: replacedAt(f, way, by), edit }
}
