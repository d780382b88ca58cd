import type { Outcome } from './outcome.js'

/** How many edits of each group came to what. */
export const table = (found: ReadonlyArray<readonly [group: string, outcome: Outcome]>): string => {
  const outcomes = [...new Set(found.map(([, outcome]) => outcome))].sort()
  const row = (group: string, own: typeof found): ReadonlyArray<string> =>
    [group, String(own.length), ...outcomes.map(outcome => String(own.filter(one => one[1] === outcome).length))]
  const rows = [
    ['', 'edits', ...outcomes],
    ...[...new Set(found.map(([group]) => group))].map(group => row(group, found.filter(one => one[0] === group))),
    row('all', found)
  ]
  return `\n${rows.map(cells => cells.map((cell, k) => (k === 0 ? cell.padEnd(23)
    : cell.padStart(Math.max(5, outcomes[k - 2]?.length ?? 0) + 2))).join('')).join('\n')}\n`
}
