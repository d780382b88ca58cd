import type { Line } from './Line.js'

/** Definitions that no later line uses are told: what they say was not checked by anything. */
export const toldUnused = <L extends Line>(lines: ReadonlyArray<L>, used: ReadonlySet<string>): ReadonlyArray<L> =>
  lines.map(line => {
    const [, name] = line.kind === 'definition' ? /^defines (.+)$/.exec(line.reason ?? '') ?? [] : []
    return name === undefined || used.has(name.replace(/[([{].*$/, '')) ? line
      : { ...line, reason: `defines ${name}, which nothing uses` }
  })
