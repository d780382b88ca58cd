import type { Paint } from '../Paint.js'
import type { Answer, ArrayInput, Derivative } from '../../differentiate/index.js'
import { wrapped } from './footer.js'
import { fewest } from './fewest.js'
import { digitsByMode } from './lostDigits.js'
import { table } from './table.js'

/** The inputs as they are named: a vector or matrix is one. */
export const pointOf = ({ at, arrays }: Pick<Answer, 'at' | 'arrays'>): string => {
  const entries = new Set(Object.values(arrays).flatMap(array => array.entries))
  return [
    ...Object.entries(arrays).map(([name, { text }]) => `${name} = ${text}`),
    ...Object.entries(at).flatMap(([name, value]) => (entries.has(name) ? [] : [`${name} = ${value}`]))
  ].join(', ')
}

/** [a, b] or [[a, b], [c, d]]. */
const listed = ({ rows, columns }: Pick<ArrayInput, 'rows' | 'columns'>, texts: ReadonlyArray<string>): string => {
  const lines = Array.from({ length: rows }, (_, i) => texts.slice(i * columns, (i + 1) * columns).join(', '))
  return `[${columns === 1 ? lines.join(', ') : lines.map(line => `[${line}]`).join(', ')}]`
}

/** The gradient with one row for each named input, and how many digits of each entry are right at least. */
export const gradientRows = ({ gradient, arrays }: Answer, { strong, faint }: Paint): string => {
  const grouped = new Set(Object.values(arrays).flatMap(({ entries }) => entries))
  const alone = Object.entries(gradient).filter(([name]) => !grouped.has(name))
  const rows = [
    ...Object.entries(arrays).map(([name, array]) => {
      const all = array.entries.map(entry => gradient[entry] as Derivative)
      return [`df/d${name}`, listed(array, all.map(({ modes }) => modes.reverse.text)), leastOf(all)] as const
    }),
    ...alone.map(([name, d]) => [`df/d${name}`, d.modes.reverse.text, digitsByMode(d)] as const)
  ]
  const isNarrow = rows.every(([name, value, digits]) => name.length + value.length + digits.length < 68)
  const body = isNarrow ? table(
    rows.map(([name, value, digits]) => [name, value, `${digits} digits`.replace(/^(\d+)(.*) digits$/, '$1 digits$2')])
  )
    : rows.map(([name, value]) => wrapped(`  ${name} = ${value}`, 4)).join('\n')
  return `${strong('Gradient')}${faint(': by reverse mode; --entries shows every entry, variable and mode')}\n${body}`
}

/** The fewest right digits among entries. */
const leastOf = (all: ReadonlyArray<Derivative>): string => {
  const said = [...all].sort((a, b) => fewest(a) - fewest(b)).map(digitsByMode)
  return said[0] ?? ''
}
