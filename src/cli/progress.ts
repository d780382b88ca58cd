import type { Io } from './Io.js'

/** One line that is drawn over as work goes on; nothing where nobody watches. */
export interface Progress {
  readonly show: (line: string) => void
  readonly clear: () => void
}

const silent: Progress = { show: () => {}, clear: () => {} }

export const progress = (io: Io): Progress => io.interactive
  ? { show: line => { io.err(`\r${line.slice(0, (io.columns ?? 80) - 1)}\u001b[K`) }, clear: () => {
    io.err('\r\u001b[K')
  } }
  : silent

/** "[######----]" */
export const bar = (share: number, width = 24): string => {
  const full = Math.round(Math.min(1, share) * width)
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`
}
