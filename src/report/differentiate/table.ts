import { columns, largest, wrap } from '../../prelude/index.js'

/** Rows of words as a table: columns as wide as their widest word, the first to the left, numbers to the right. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>, left = 1): string => {
  const widths = (rows[0] ?? []).map((_, j) => largest(rows.map(row => (row[j] ?? '').length)))
  const lines = rows.map(row =>
    `  ${row.map((word, j) => (j < left ? word.padEnd(widths[j] ?? 0) : word.padStart(widths[j] ?? 0))).join('  ')
      .trimEnd()}`)
  return (largest(lines.map(line => line.length)) <= columns ? lines : rows.flatMap(folded)).join('\n')
}

/** A row that is too wide for a line, in several: a word stands whole where it fits in one. */
const folded = (row: ReadonlyArray<string>): ReadonlyArray<string> =>
  row.filter(word => word !== '').reduce<ReadonlyArray<string>>((lines, word) => {
    const last = lines[lines.length - 1]
    if (last === undefined) return [wrap(word, '  ')]
    return `${last}  ${word}`.length <= columns ? [...lines.slice(0, -1), `${last}  ${word}`]
      : [...lines, wrap(word, '      ')]
  }, [])
