import type { Statement, Term } from '../notation/index.js'

/** The sides of a chain from the last relation in it that is no equality; `before` are those of the lines from which it goes on. */
export const linked = (
  before: ReadonlyArray<Term> | undefined, { first, steps }: Pick<Statement, 'first' | 'steps'>
): ReadonlyArray<Term> =>
  steps.reduce<ReadonlyArray<Term>>((sides, { sign, side }) =>
    (equalities.includes(sign) || (sign === '~' && isFigure(side)) ? [...sides, side] : [side]), before
      ?? (first === undefined ? [] : [first]))

const equalities: ReadonlyArray<string> = ['=', ':=']

/** A figure at the end of a chain is one of what the chain began with, also where figures in between were rounded. */
export const isFigure = (side: Term): boolean => side.kind === 'number' && side.text.includes('.')
