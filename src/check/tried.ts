import { type Given, type LabelSymbol, type Scope, wholeOf } from '../notation/index.js'

/** One choice of all sizes and labels. */
export interface Choice {
  readonly sizes: ReadonlyMap<string, number>
  readonly labels: Given<never>['labels']
  /** How many choices of the labels there are for these sizes, where they are too many to try each. */
  readonly outOf?: bigint
}

/** The most choices of labels that are tried for each choice of sizes, where one of them is a vector. */
export const mostTried = 64

const upTo = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

type Sizes = ReadonlyMap<string, number>
type Place = Parameters<typeof wholeOf>[0]

const each = (choices: ReadonlyArray<Sizes>, name: string, values: ReadonlyArray<number>): ReadonlyArray<Sizes> =>
  choices.flatMap(choice => values.map(value => new Map([...choice, [name, value]])))

/** Every choice of the sizes and labels that a formula has, in their ranges, the least sizes first. */
export const choicesOf = (scope: Scope, names: ReadonlySet<string>): ReadonlyArray<Choice> => {
  const symbols = [...scope].filter(([name]) => names.has(name))
  const sizes = symbols.reduce<ReadonlyArray<Sizes>>((choices, [name, symbol]) =>
    (symbol.kind === 'size' ? each(choices, name, upTo(symbol.from, symbol.to)) : choices), [new Map()])
  const labels = symbols.flatMap(([name, symbol]) => (symbol.kind === 'label' ? [[name, symbol] as const] : []))
  return sizes.flatMap(choice => labelled(scope, choice, labels))
}

const labelled = (
  scope: Scope, sizes: Sizes, symbols: ReadonlyArray<readonly [string, LabelSymbol]>
): ReadonlyArray<Choice> => {
  const place: Place = {
    indices: new Map(), parameters: new Map(), ground: { scope, sizes, labels: new Map(), isTyping: false }
  }
  const found = symbols.map(([name, { values, size }]) => ({
    name, isVector: size !== undefined, count: size === undefined ? 1 : wholeOf(place, size),
    values: 'from' in values ? upTo(wholeOf(place, values.from), wholeOf(place, values.to))
      : values.map(value => wholeOf(place, value))
  }))
  const total = found.reduce((all, { values, count }) => all * BigInt(values.length) ** BigInt(count), 1n)
  const isCut = total > mostTried && found.some(({ isVector }) => isVector)
  const stride = isCut ? strideOf(total, total * 618n / 1000n) : 1n
  return Array.from({ length: isCut ? mostTried : Number(total) }, (_, k) => {
    const { labels } = [...found].reverse().reduce<{ readonly rest: bigint; readonly labels: Choice['labels'] }>(
      ({ rest, labels: known }, { name, isVector, values, count }) => {
        const [base, digits] = [
          BigInt(values.length), Array.from({ length: count }, (__, place) => BigInt(place)).reverse()
        ]
        const drawn = digits.map(digit => values[Number(rest / base ** digit % base)] as number)
        return { rest: rest / base ** BigInt(count), labels: new Map(
          [[name, isVector ? drawn : drawn[0] as number], ...known]
        ) }
      }, { rest: BigInt(k) * stride % total, labels: new Map() })
    return { sizes, labels, ...isCut ? { outOf: total } : {} }
  })
}

/** A number of steps, from `least` on, that comes by every choice before it comes back: one without a common divisor. */
const strideOf = (total: bigint, least: bigint): bigint =>
  (commonDivisor(total, least) === 1n ? least : strideOf(total, least + 1n))

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b))
