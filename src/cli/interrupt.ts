/**
 * Calls back on Ctrl-C, and gives what takes the listener away. Later signals are ignored: npm passes on the one that the terminal has
 * already sent.
 */
export const onInterrupt = (stop: () => void): (() => void) => {
  process.on('SIGINT', stop)
  return () => { process.off('SIGINT', stop) }
}
