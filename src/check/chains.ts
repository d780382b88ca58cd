import type { Statement, Term } from '../notation/index.js'

/** The sides of a chain from the last relation in it that is no equality; `before` are those of the lines from which it goes on. */
export const linked = (before: ReadonlyArray<Term> | undefined, { first, steps }: Pick<Statement, 'first' | 'steps'>): ReadonlyArray<Term> =>
  steps.reduce<ReadonlyArray<Term>>((sides, { sign, side }) => (equalities.includes(sign) ? [...sides, side] : [side]),
    before ?? (first === undefined ? [] : [first]))

const equalities: ReadonlyArray<string> = ['=', ':=', '~']
