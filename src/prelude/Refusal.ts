import { type Either, isLeft, left, right } from './fp.js'

/** Where something stands in a text: from its first character to before its last, counted in code units from 0. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Why the library would not answer: what was wrong, where, what was expected and what came. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly tag: RefusalTag
  readonly place: string
  readonly expected: string
  readonly got: string
  /** The part of a text that it is about. */
  readonly span: Span | undefined

  constructor(tag: RefusalTag, place: string, expected: string, got: string, span?: Span) {
    super(`${place}: expected ${expected}, got ${got}`)
    this.tag = tag
    this.place = place
    this.expected = expected
    this.got = got
    this.span = span
  }
}

/**
 * shape: sizes do not fit · domain: outside where the formula is defined · input: a person's text or option ·
 * undecided: not to be settled in this number system
 */
export type RefusalTag = 'shape' | 'domain' | 'input' | 'undecided'

/** The one place that raises. `refuse('shape', 'affine', 'x with 4 columns', '5')` says "affine: expected x with 4 columns, got 5". */
export const refuse = (tag: RefusalTag, place: string, expected: string, got: string, span?: Span): never => {
  throw new Refusal(tag, place, expected, got, span)
}

/** Runs a computation and gives its refusal as a value; any other error is a bug and passes through. */
export const attempt = <A>(compute: () => A): Either<Refusal, A> => {
  try {
    return right(compute())
  } catch (error) {
    if (error instanceof Refusal) return left(error)
    throw error
  }
}

/** What a computation gives; its refusal begins with a name, such as that of the file which was read. */
export const refusedIn = <A>(name: string, compute: () => A): A => {
  const found = attempt(compute)
  if (!isLeft(found)) return found.right
  const { tag, place, expected, got, span } = found.left
  return refuse(tag, `${name}: ${place}`, expected, got, span)
}

/** The value of an Either, or its refusal raised. */
export const orThrow = <A>(either: Either<Refusal, A>): A => {
  if (either._tag === 'Left') throw either.left
  return either.right
}
