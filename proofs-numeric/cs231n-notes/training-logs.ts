import { allOf, type Claim, claim, equal, everyCase, printsAs } from '../../src/claim/index.js'
import { type Divisible, fraction, power, rational } from '../../src/number/index.js'

// What can be computed of the solver's bookkeeping and of its notebook's printed times.

/** The mean number of different examples among n that are drawn from so many with replacement. */
const distinct = <A>(N: Divisible<A>, examples: number, n: number): A => {
  const missed = power(N)(N.div(N.of(examples - 1), N.of(examples)), n)
  return N.mul(N.of(examples), N.sub(N.of(1), missed))
}

/** Every way to draw n of so many examples with replacement. */
const drawings = (examples: number, n: number): ReadonlyArray<ReadonlyArray<number>> =>
  n === 0 ? [[]] : drawings(examples, n - 1).flatMap(drawn => Array.from({ length: examples }, (_, i) => [...drawn, i]))

const samples = [1, 2, 3, 4].flatMap(examples => [0, 1, 2, 3, 4].map(n => ({ examples, n })))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/training-logs/printed-iterations',
      title: 'The loss is printed at iterations 1, 11, 21, and not at 10, 20, since t counts from 0',
      statement: String.raw`\{t + 1 : t \bmod 10 = 0\} = \{1, 11, 21, \dots\}`,
      source: 'Notes on CS231n, solver, training',
      rows: ['N231-SOL-13']
    },
    everyCase('the first 30 iterations', [30], count => {
      const named = Array.from({ length: count }, (_, t) => t).filter(t => t % 10 === 0).map(t => t + 1)
      return [equal(named.length, 3, 'lines'), ...[1, 11, 21].map(
        (iteration, k) => equal(named[k] ?? NaN, iteration, `line ${k + 1}`)
      )]
    })
  ),
  claim(
    {
      id: 'cs231n-notes/training-logs/distinct',
      title: 'A sample of 1000 of 2000 examples, drawn with replacement, has on average 787 different ones',
      statement: String.raw`E = N \left(1 - (1 - 1/N)^n\right)`,
      source: 'Notes on CS231n, solver',
      rows: ['N231-SOL-11']
    },
    allOf('all drawings of up to 4 of up to 4 examples, and the figure for 1000 of 2000', [
      {
        label: 'all drawings',
        judge: everyCase('all drawings', samples, ({ examples, n }) => {
          const all = drawings(examples, n)
          const total = all.reduce((sum, drawn) => sum + new Set(drawn).size, 0)
          return [equal(fraction(BigInt(total), BigInt(all.length)), distinct(
            rational, examples, n
          ), `mean of ${n} from ${examples}`)]
        })
      },
      { label: '1000 of 2000', judge: printsAs('787', N => distinct(N, 2000, 1000)) }
    ])
  )
]
