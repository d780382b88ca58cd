import type { Judged } from '../../differentiate/index.js'

/** A line for each judged figure. */
export const verdictLines = (all: ReadonlyArray<Judged>): string =>
  all.map(({ name, printed, verdict, right, wrongIn }) =>
    verdict === 'right' ? `df/d${name} = ${printed}: right`
      : verdict === 'wrong' ? `df/d${name} = ${printed}: wrong${wrongIn === '' ? '' : ` ${wrongIn}`}, right is ${right}`
        : `df/d${name} = ${printed}: on the edge of the last digit, cannot be told`).join('\n')
