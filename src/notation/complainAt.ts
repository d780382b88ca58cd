import { attempt, isLeft, refuse } from '../prelude/index.js'
import type { Span } from './Span.js'

/** Refuses a formula at a place of its text. */
export const complainAt = (span: Span, expected: string, got: string): never =>
  refuse('input', 'the formula', expected, got, span)

/** What a name stands for is written elsewhere: what does not fit in it is told at the name. */
export const standingFor = <A>(name: () => string, span: Span, compute: () => A): A => {
  const found = attempt(compute)
  if (!isLeft(found)) return found.right
  const { tag, place, expected, got } = found.left
  const isTold = expected.includes(', in what ')
  return refuse(tag, place, isTold ? expected : `${expected}, in what ${name()} stands for`, got, span)
}
