import type { Macros } from '../notation/index.js'
import type { Defined } from './macros.js'

interface Known {
  readonly from: number
  readonly macros: Macros
}

/** What the commands are that are defined before a place. In LaTeX what is defined anew in a group holds in this group only. */
export const macrosFrom = (definitions: ReadonlyArray<Defined>, latex: string): ((to: number) => Macros) => {
  const states = definitions.reduce<ReadonlyArray<Known>>((done, { name, macro, span, isProvided }) => {
    const { macros } = done[done.length - 1] ?? { macros: {} }
    const isKnown = Object.hasOwn(macros, name)
    if (isKnown && isProvided) return done
    const isLocal = isKnown && isInGroup(latex.slice(0, span.from))
    const next = isLocal ? { refused: `${name}, which is defined anew inside a group` } : macro
    return [...done, { from: span.from, macros: { ...macros, [name]: next } }]
  }, [])
  const without: Macros = {}
  return to => states.filter(({ from }) => from < to).at(-1)?.macros ?? without
}

/** What commands mean in a formula that begins and ends with these. */
export const during = (before: Macros, after: Macros): Macros => (before === after ? after
  : Object.fromEntries(Object.entries(after).map(
    ([name, macro]) => [name, before[name] === undefined || before[name] === macro ? macro
      : { refused: `${name}, which is defined anew inside the formula` }]
  )))

const isInGroup = (before: string): boolean => {
  const tokens = [...before.matchAll(/\\(?:begin|end)\{([^{}]*)\}|\\[^]|[{}]|\$\$?/g)].filter(
    ([, name]) => name !== 'document'
  )
  const count = (...texts: ReadonlyArray<string>): number =>
    tokens.filter(([text]) => texts.some(start => text.startsWith(start))).length
  return count('\\begin{', '{', '\\[', '\\(') > count('\\end{', '}', '\\]', '\\)') || count('$') % 2 === 1
}
