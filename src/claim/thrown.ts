/** What was thrown, in a line: mostly an Error, but it may be anything. */
export const thrown = (error: unknown): string =>
  error instanceof Error ? firstLine(`${error.name}: ${error.message}`) : `${written(error)}, which is no Error`

/** Any value in a line, as a program would write it. */
export const written = (value: unknown): string => {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'number') return String(value)
  try {
    return firstLine(JSON.stringify(value) ?? String(value))
  } catch {
    return typeof value === 'bigint' ? `${value}n` : 'an object'
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
