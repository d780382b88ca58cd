import { refuse } from '../prelude/index.js'

/** What `run` gives; where a definition leads back to itself without an end, that is refused. */
export const ended = <A>(run: () => A): A => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse('input', 'a line', 'definitions that come to an end', 'one that leads back to itself')
  }
}
