import { columns, largest, tabulate, wrap } from '../../prelude/index.js'
import type { Finding, Table } from '../../study/index.js'

const gap = '  '

/** A table as lines of text; columns stand on the right, the first on the left. */
export const tableLines = ({ title, columns: heads, rows }: Table): string => {
  const all = [heads, ...rows]
  const widths = heads.map((_, k) => largest(all.map(row => row[k]?.length ?? 0)))
  const line = (row: ReadonlyArray<string>): string => widths
    .map((width, k) => (k === 0 ? (row[k] ?? '').padEnd(width) : (row[k] ?? '').padStart(width))).join(gap).trimEnd()
  const isNarrow = widths.reduce((sum, width) => sum + width + gap.length, -gap.length) <= columns
  return `\n${title}\n${(isNarrow ? all.map(line) : rows.flatMap(row => byName(heads, row))).join('\n')}\n`
}

/** A row that is too wide for a line, a cell a line. */
const byName = (heads: ReadonlyArray<string>, row: ReadonlyArray<string>): ReadonlyArray<string> =>
  tabulate(heads.length, k => wrap(row[k] ?? '', `${k === 0 ? '' : gap}${heads[k] ?? ''}: `, gap.repeat(2)))

/** What was found of what the document reports. */
export const findingLines = (findings: ReadonlyArray<Finding>): string => (findings.length === 0 ? '' : `\n${findings.map(
  finding => `${wrap(`${said(finding)}: ${finding.statement}`)}\n${wrap(finding.found, gap)}\n`
).join('')}`)

/** "holds here", or what it is. */
export const said = ({ verdict, expected }: Finding): string =>
  (verdict === 'undecided' ? 'undecided' : verdict === 'supported' ? expected === 'holds' ? 'supported' : 'supported, though an error was expected'
    : expected === 'holds' ? 'refuted here' : 'error of the document')
