import { wrap } from '../../prelude/index.js'
import type { Judged } from '../../differentiate/index.js'

/** What was found of each judged figure. */
export const verdictLines = (all: ReadonlyArray<Judged>): string =>
  all.map(({ name, printed, verdict, right, wrongIn }) => {
    const said = verdict === 'right' ? 'right'
      : verdict === 'wrong' ? `wrong${wrongIn === '' ? '' : ` ${wrongIn}`}, right is ${right}`
        : 'on the edge of the last digit, cannot be told'
    return wrap(`df/d${name} = ${printed}: ${said}`, '', '  ')
  }).join('\n')
