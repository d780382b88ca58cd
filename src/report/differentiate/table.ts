import { largest } from '../../prelude/index.js'

/** Rows of words as a table: columns as wide as their widest word, the first to the left, numbers to the right. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>, left = 1): string => {
  const widths = (rows[0] ?? []).map((_, j) => largest(rows.map(row => (row[j] ?? '').length)))
  return rows.map(row =>
    `  ${row.map((word, j) => (j < left ? word.padEnd(widths[j] ?? 0) : word.padStart(widths[j] ?? 0))).join('  ')
      .trimEnd()}`).join('\n')
}
