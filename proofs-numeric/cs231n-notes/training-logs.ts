import { type Claim, claim, equal, everyCase } from '../../src/claim/index.js'

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/training-logs/printed-iterations',
      title: 'The loss is printed at iterations 1, 11, 21, and not at 10, 20, since t counts from 0',
      statement: String.raw`\text{the loss is printed at iterations 1, 11, 21 and so on}`,
      source: 'Notes on CS231n, solver, training',
      rows: ['N231-SOL-13'],
      spoken: 'it is about code, files or time'
    },
    everyCase('the first 30 iterations', [30], count => {
      const named = Array.from({ length: count }, (_, t) => t).filter(t => t % 10 === 0).map(t => t + 1)
      return [equal(named.length, 3, 'lines'), ...[1, 11, 21].map(
        (iteration, k) => equal(named[k] ?? NaN, iteration, `line ${k + 1}`)
      )]
    })
  )
]
