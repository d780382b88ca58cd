/** A whole number of indices and sizes: n + 1 - i. */
export interface Whole {
  readonly plus: number
  readonly times: Readonly<Record<string, number>>
}

/** What a node does with its parts. */
export type Operation =
  | 'number' | 'variable' | 'whole' | 'identity' | 'delta' | 'pi'
  | 'entry' | 'add' | 'subtract' | 'negate' | 'multiply' | 'divide' | 'entrywise' | 'inner'
  | 'power' | 'real power' | 'function' | 'max' | 'min' | 'norm' | 'norm1' | 'transpose' | 'trace' | 'diag' | 'softmax'
  | 'sum' | 'product' | 'derivative' | 'gradient'

/** A formula of the generator. It is no term of Lemmata: what the two make of one text is compared. */
export interface Formula {
  readonly operation: Operation
  readonly parts: ReadonlyArray<Formula>
  /** Of a number its digits, of a variable, function, index or what is derived by its name. */
  readonly name: string
  /** Of an entry its indices, of a sum its first and last, of a power its exponent. */
  readonly wholes: ReadonlyArray<Whole>
}

export const node = (
  operation: Operation, parts: ReadonlyArray<Formula> = [], name: string = '', wholes: ReadonlyArray<Whole> = []
): Formula => ({ operation, parts, name, wholes })

export const whole = (plus: number, times: Readonly<Record<string, number>> = {}): Whole => ({ plus, times })
export const index = (name: string, plus: number = 0): Whole => whole(plus, { [name]: 1 })

/** A whole number in which an index is another. */
const wholeAt = ({ plus, times }: Whole, name: string, by: Whole): Whole => {
  const factor = times[name]
  if (factor === undefined) return { plus, times }
  const { [name]: _, ...others } = times
  const sums = Object.entries(by.times).map(([other, k]) => [other, (others[other] ?? 0) + factor * k] as const)
  const all = Object.entries({ ...others, ...Object.fromEntries(sums) }).filter(([, k]) => k !== 0)
  return { plus: plus + factor * by.plus, times: Object.fromEntries(all) }
}

/** The formula with an index replaced by another whole number. Every index is bound once, so that none is caught. */
export const at = (f: Formula, name: string, by: Whole): Formula => ({
  ...f,
  parts: f.parts.map(part => at(part, name, by)),
  wholes: f.wholes.map(w => wholeAt(w, name, by))
})

/** All places in a formula: the way to each, by the numbers of parts. */
export const placesOf = (f: Formula): ReadonlyArray<ReadonlyArray<number>> =>
  [[], ...f.parts.flatMap((part, k) => placesOf(part).map(way => [k, ...way]))]

export const partAt = (f: Formula, [k, ...way]: ReadonlyArray<number>): Formula =>
  (k === undefined ? f : partAt(f.parts[k] as Formula, way))

export const replacedAt = (f: Formula, [k, ...way]: ReadonlyArray<number>, by: Formula): Formula =>
  (k === undefined ? by : { ...f, parts: f.parts.map((part, i) => (i === k ? replacedAt(part, way, by) : part)) })

export const mentionsIndex = (f: Formula, name: string): boolean =>
  f.wholes.some(({ times }) => times[name] !== undefined) || f.parts.some(part => mentionsIndex(part, name))
