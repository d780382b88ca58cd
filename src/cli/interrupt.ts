/** Calls back on the first Ctrl-C; the second ends the process at once. Gives what takes the listener away. */
export const onInterrupt = (first: () => void): (() => void) => {
  let heard = false
  const listener = (): void => {
    if (heard) process.exit(130)
    heard = true
    first()
  }
  process.on('SIGINT', listener)
  return () => { process.off('SIGINT', listener) }
}
