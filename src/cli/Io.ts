/** What a command may touch of the world around it. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether output goes to a terminal that shows colours. */
  readonly colour: boolean
  /** Whether messages go to a terminal, where a line of progress may be drawn over. */
  readonly interactive: boolean
  /** How wide that terminal is, if it says so. */
  readonly columns?: number
}

/** The process as it is. */
export const realIo = (): Io => ({
  out: text => { process.stdout.write(text) },
  err: text => { process.stderr.write(text) },
  colour: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  interactive: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
  columns: process.stderr.columns
})
