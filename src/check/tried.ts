import { type LabelSymbol, type Scope, wholeOf } from '../notation/index.js'

/** One choice of all sizes and labels. */
export interface Choice {
  readonly sizes: ReadonlyMap<string, number>
  readonly labels: ReadonlyMap<string, number>
}

const upTo = (from: number, to: number): ReadonlyArray<number> => Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

type Values = ReadonlyMap<string, number>

const each = (choices: ReadonlyArray<Values>, name: string, valuesOf: (choice: Values) => ReadonlyArray<number>): ReadonlyArray<Values> =>
  choices.flatMap(choice => valuesOf(choice).map(value => new Map([...choice, [name, value]])))

const valuesOf = (place: Parameters<typeof wholeOf>[0], { values }: LabelSymbol): ReadonlyArray<number> =>
  ('from' in values ? upTo(wholeOf(place, values.from), wholeOf(place, values.to)) : values.map(value => wholeOf(place, value)))

/** Every choice of the sizes and labels that a formula has, in their ranges, the least sizes first. */
export const choicesOf = (scope: Scope, names: ReadonlySet<string>): ReadonlyArray<Choice> => {
  const symbols = [...scope].filter(([name]) => names.has(name))
  const sizes = symbols.reduce<ReadonlyArray<Values>>((choices, [name, symbol]) =>
    (symbol.kind === 'size' ? each(choices, name, () => upTo(symbol.from, symbol.to)) : choices), [new Map()])
  return sizes.flatMap(choice => {
    const place = { indices: new Map(), parameters: new Map(), ground: { scope, sizes: choice, labels: new Map() } }
    return symbols.reduce<ReadonlyArray<Values>>((choices, [name, symbol]) => (symbol.kind === 'label'
      ? each(choices, name, () => valuesOf(place, symbol)) : choices), [new Map()])
      .map(labels => ({ sizes: choice, labels }))
  })
}
