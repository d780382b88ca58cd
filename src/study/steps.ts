import type { Solved, Solver } from '../solver/index.js'
import type { Steps } from './Study.js'

/**
 * Trains, and gives how it ended. The name is that of its checkpoint and its metrics.
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const linear = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, epochs: 3 })
 * trained('linear', linear, 1).next().value.name // 'linear'
 *
 * @source Standard practice
 */
export function* trained(name: string, solver: Solver, seed: number): Steps<Solved> {
  return (yield { tag: 'train', name, solver, seed }) as Solved
}

/**
 * Tells a line.
 *
 * @example
 * told('half of it is done').next().value // { tag: 'tell', text: 'half of it is done' }
 *
 * @source Standard practice
 */
export function* told(text: string): Steps<void> {
  yield { tag: 'tell', text }
}

/**
 * Each of a list in turn, with how far it is.
 *
 * @example
 * eachOf('seeds', [5, 7], seed => seed + 1).next().value // { tag: 'progress', what: 'seeds', done: 0, of: 2 }
 *
 * @source Standard practice
 */
export function* eachOf<A, B>(
  what: string, list: ReadonlyArray<A>, f: (a: A, index: number) => B
): Steps<ReadonlyArray<B>> {
  const results: Array<B> = []
  for (const [index, a] of list.entries()) {
    yield { tag: 'progress', what, done: index, of: list.length }
    results.push(f(a, index))
  }
  return results
}

/**
 * What f gives, and how many milliseconds it took, by the clock of whoever runs the experiment.
 *
 * @example
 * answered(timed(() => 6 * 7)) // { value: 42, milliseconds: 0 }
 *
 * @source Standard practice
 */
export function* timed<A>(f: () => A): Steps<{ readonly value: A; readonly milliseconds: number }> {
  const from = (yield { tag: 'clock' }) as number
  const value = f()
  return { value, milliseconds: (yield { tag: 'clock' }) as number - from }
}
