import { type Claim, claim, type Draws, judgedBy, sampled } from '../../src/claim/index.js'
import { sparsely } from '../cases/sparsely.js'
import { reads } from './framed.js'

/** That a drawing depends on what is drawn alone, which it leaves as it was. */
export const pureLaw = <I extends object, P>(
  name: string, draws: Draws<I>, plotOf: (input: I) => P, draw: (plot: P) => string
): Claim => sparsely(claim(
  {
    id: `${name}/pure`, title: 'The same data give the same text, and are left as they were',
    statement: String.raw`x = x' \Rightarrow \mathrm{drawn}(x) = \mathrm{drawn}(x')`, source: 'Standard practice'
  },
  sampled<I>(draws, input => {
    const [plot, equal] = [plotOf(input), plotOf(input)]
    const first = judgedBy(name, () => draw(plot))
    return [
      reads(judgedBy(name, () => draw(plot)), first, 'the text of the second time'),
      reads(judgedBy(name, () => draw(equal)), first, 'the text of equal data'),
      reads(JSON.stringify(plot), JSON.stringify(equal), 'the data')
    ]
  })
))
