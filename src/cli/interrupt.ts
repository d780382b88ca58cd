import { setImmediate } from 'node:timers/promises'

/**
 * Calls back on Ctrl-C, and gives what takes the listener away. Later signals are ignored: npm passes on the one that the terminal has
 * already sent.
 */
export const onInterrupt = (stop: () => void): (() => void) => {
  process.on('SIGINT', stop)
  return () => { process.off('SIGINT', stop) }
}

/** How long what was begun may take to end after Ctrl-C, in milliseconds. */
export const patience = 400

// How long work goes on without a pause, in milliseconds.
const stretch = 50

/** Ctrl-C, as long work on this thread hears it. */
export interface Interruption {
  readonly stopped: () => boolean
  /** Whether also what was begun has to be given up. */
  readonly overdue: () => boolean
  /** To be called often: it lets signals in where they had to wait for a while. */
  readonly pause: () => Promise<void>
  readonly forget: () => void
}

export const interruption = (): Interruption => {
  let [stopped, paused] = [Infinity, performance.now()]
  return {
    stopped: () => stopped < Infinity,
    overdue: () => performance.now() - stopped > patience,
    pause: async () => {
      if (performance.now() - paused < stretch) return
      await setImmediate()
      paused = performance.now()
    },
    forget: onInterrupt(() => { stopped = Math.min(stopped, performance.now()) })
  }
}
