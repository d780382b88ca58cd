import {
  allOf, atMost, type Claim, claim, equal, equalGrids, exactly, formally, positive, scalar, sumOfSquares, vector
} from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import {
  type Analytic, type Divisible, dual, dualAnalytic, fromEntries, type Grid, sum
} from '../../src/number/index.js'

const notes = 'Notes on CS231n, activation functions'
const dropoutSource = 'Notes on CS231n, dropout'

const slope = <A>(N: Analytic<A>, f: <B>(M: Analytic<B>) => (x: B) => B, x: A): A =>
  f(dualAnalytic(N))(dual(x, N.of(1))).tangent

const one = <A>(N: Divisible<A>): A => N.of(1)

/** 1 / (1 + E). */
const inverse = <A>(N: Divisible<A>, E: A): A => N.div(one(N), N.add(one(N), E))

const asRow = <A>(x: Grid<A>): Grid<A> => fromEntries([1, x.entries.length], x.entries)

const activations: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/activation/sigmoid-slope',
      title: 'The derivative of sigmoid is sigmoid times what is left to 1',
      statement: String.raw`\sigma' = \sigma (1 - \sigma)`,
      source: notes
    },
    formally({ x: scalar }, (N, { x }) => {
      const y = definition.sigmoid(N)(x)
      return equal(slope(N, definition.sigmoid, x), N.mul(y, N.sub(one(N), y)))
    })),
  claim(
    {
      id: 'cs231n-notes/activation/sigmoid-quarter',
      title: 'The derivative of sigmoid is at most 1/4, for every x: with E = e^-x > 0 what is missing is a square',
      statement: String.raw`\frac{E}{(1 + E)^2} \le \frac14`, source: notes
    },
    sumOfSquares({ E: positive },
      (N, { E }) => {
        const y = N.div(one(N), N.add(one(N), E))
        return atMost(N.mul(y, N.sub(one(N), y)), N.of(0.25))
      },
      (N, { E }) => {
        const part = N.div(N.of(0.5), N.add(one(N), E))
        return [[one(N), N.mul(part, N.sub(one(N), E))]]
      })),
  claim(
    {
      id: 'cs231n-notes/activation/sigmoid-between',
      title: 'sigmoid lies between 0 and 1: with E = e^-x > 0 both distances are quotients of numbers above 0',
      statement: String.raw`0 < \sigma(x) < 1`, source: notes, rows: ['N231-NN-02']
    },
    allOf('every real x', [
      {
        label: 'above 0',
        judge: sumOfSquares(
          { E: positive }, (N, { E }) => atMost(N.of(0), inverse(N, E)), (N, { E }) => [[inverse(N, E), one(N)]]
        )
      },
      {
        label: 'below 1',
        judge: sumOfSquares({ E: positive }, (N, { E }) => atMost(inverse(N, E), one(N)), (N, { E }) =>
          [[N.mul(E, inverse(N, E)), one(N)]])
      }
    ])),
  claim(
    {
      id: 'cs231n-notes/activation/sigmoid-branches',
      title: 'Both branches of the stable sigmoid and its derivative are the definition, with F = e^x and E = 1/F',
      statement: String.raw`\frac{1}{1 + E} = \frac{F}{1 + F},\quad \sigma (1 - \sigma) = \frac{E}{(1 + E)^2} = \frac{F}{(1 + F)^2}`,
      source: notes,
      rows: ['N231-NN-03']
    },
    exactly({ F: positive }, (N, { F }) => {
      const E = N.div(one(N), F)
      const y = N.div(one(N), N.add(one(N), E))
      const folded = (e: typeof F): typeof F => N.div(e, N.mul(N.add(one(N), e), N.add(one(N), e)))
      const product = N.mul(y, N.sub(one(N), y))
      return [equal(y, N.div(F, N.add(one(N), F)), 'y'), equal(product, folded(E), 'right'), equal(
        product, folded(F), 'left'
      )]
    })),
  claim(
    {
      id: 'cs231n-notes/activation/tanh-is-sigmoid',
      title: 'tanh is 2 sigmoid(2x) - 1, and 1 - tanh^2 is 4E / (1 + E)^2 with E = e^-2x',
      statement: String.raw`\tanh x = 2 \sigma(2x) - 1,\quad 1 - \tanh^2 x = \frac{4E}{(1 + E)^2}`, source: notes
    },
    exactly({ E: positive }, (N, { E }) => {
      const t = N.div(N.sub(one(N), E), N.add(one(N), E))
      const whole = N.add(one(N), E)
      return [
        equal(t, N.sub(N.div(N.of(2), whole), one(N)), 'tanh'),
        equal(N.sub(one(N), N.mul(t, t)), N.div(N.mul(N.of(4), E), N.mul(whole, whole)), 'slope')
      ]
    })),
  claim(
    {
      id: 'cs231n-notes/activation/softmax-pullback',
      title: 'The pullback of softmax is y (dy - <dy, y>), and a constant added to dy changes nothing',
      statement: String.raw`dx_j = y_j \Bigl(dy_j - \sum_k dy_k y_k\Bigr)`, source: 'Notes on CS231n, softmax'
    },
    formally({ x: vector(3), dy: vector(3), c: scalar }, (N, { x, dy, c }) => {
      const y = definition.softmax(N)(asRow(x))
      const M = dualAnalytic(N)
      const along = (j: number): typeof c => {
        const varied = fromEntries([1, 3], x.entries.map((a, i) => dual(a, N.of(i === j ? 1 : 0))))
        const { entries } = definition.softmax(M)(varied)
        return sum(N)([3], k => N.mul(dy.at(k), entries[k]?.tangent ?? c))
      }
      const pulled = (shift: typeof c, j: number): typeof c => {
        const moved = (k: number): typeof c => N.add(dy.at(k), shift)
        return N.mul(y.at(0, j), N.sub(moved(j), sum(N)([3], k => N.mul(moved(k), y.at(0, k)))))
      }
      return [0, 1, 2].flatMap(
        j => [equal(pulled(N.of(0), j), along(j), `dx[${j}]`), equal(pulled(c, j), along(j), `dx[${j}], dy + c`)]
      )
    })),
  claim(
    {
      id: 'cs231n-notes/activation/softmax-shift',
      title: 'A constant added to all scores multiplies all powers, and softmax stays',
      statement: String.raw`\frac{C e^{x_j}}{\sum_k C e^{x_k}} = \frac{e^{x_j}}{\sum_k e^{x_k}}`,
      source: 'Notes on CS231n, softmax'
    },
    exactly({ E: vector(3), C: positive }, (N, { E, C }) => {
      // softmax over powers that are given
      const M = { ...N, exp: (a: typeof C) => a } as Analytic<typeof C>
      const moved = fromEntries([1, 3], E.entries.map(e => N.mul(C, e)))
      return equalGrids(definition.softmax(M)(moved), definition.softmax(M)(asRow(E)), 'y')
    }))
]

/** Sums over all masks of n entries, each with its probability when one stays with probability p. */
const overMasks = <A>(N: Divisible<A>, p: A, n: number, value: (mask: Grid<A>) => A): A =>
  sum(N)([2 ** n], bits => {
    const mask = Array.from({ length: n }, (_, i) => (bits >> i) & 1)
    const probability = mask.reduce((product, kept) => N.mul(product, kept === 1 ? p : N.sub(N.of(1), p)), N.of(1))
    return N.mul(probability, value(fromEntries([n], mask.map(N.of))))
  })

const dropouts: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/activation/dropout-expectation',
      title: 'Over all masks, what dropout gives is x on average, with variance x^2 (1 - p) / p',
      statement: String.raw`E[y] = x,\quad E[(y - x)^2] = x^2 \frac{1 - p}{p}`, source: dropoutSource,
      rows: ['N231-DO-01']
    },
    allOf('all masks of 1, 2 and 3 entries, every real x and p', [1, 2, 3].map(n => ({
      label: `n = ${n}`,
      judge: exactly({ x: vector(n), p: positive }, (N, { x, p }) => {
        const y = (mask: Grid<typeof p>): Grid<typeof p> => definition.dropout(N)({ keepProbability: p, mask })(x)
        const odds = N.div(N.sub(N.of(1), p), p)
        return Array.from({ length: n }, (_, i) => i).flatMap(i => {
          const away = (mask: Grid<typeof p>): typeof p => N.sub(y(mask).at(i), x.at(i))
          return [
            equal(overMasks(N, p, n, mask => y(mask).at(i)), x.at(i), `mean[${i}]`),
            equal(overMasks(N, p, n, mask => N.mul(away(mask), away(mask))), N.mul(
              N.mul(x.at(i), x.at(i)), odds
            ), `variance[${i}]`)
          ]
        })
      })
    }))))
]

export const claims: ReadonlyArray<Claim> = [...activations, ...dropouts]
