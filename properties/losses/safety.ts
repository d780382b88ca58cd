import fc from 'fast-check'
import {
  type Claim, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { softmax } from '../../src/layer/index.js'
import type { crossEntropy, logisticLoss } from '../../src/loss/index.js'
import { dualAnalytic, type Interval, sum } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { inside, nextTo, wide } from './besideDefinition.js'
import { answerOf, refuses } from '../judges/refuses.js'
import { sparsely } from '../cases/sparsely.js'

/** The losses that take logarithms and exponentials, and the softmax. */
export interface LossSafetySubject {
  readonly name: string
  readonly softmax: typeof softmax
  readonly crossEntropy: typeof crossEntropy
  readonly logisticLoss: typeof logisticLoss
}

const gaps: ReadonlyArray<number> = [20, 700, 744, 745, 746, 1000, 10000]

type Entries = ReadonlyArray<number>

interface Cotangent {
  readonly row: Entries
  readonly dy: Entries
}

/** A row with the largest score in each place, and a cotangent without zeros. */
const rows: ReadonlyArray<Cotangent> = gaps.flatMap(gap =>
  [[gap, 0, -gap], [0, gap, 1], [-gap, -1, gap]].map(row => ({ row, dy: [1, -3, 5] })))

const besideSoftmax = (layer: typeof softmax) => ({ row, dy }: Cotangent): ReadonlyArray<Relation<Interval>> => {
  const x = T.fromNested([row])
  const { y, pullback } = layer(x)
  const known = definition.softmax(wide)(T.liftGrid(wide.of)(x))
  const D = dualAnalytic(wide)
  const slopes = definition.gradientOf(wide)(scores =>
    sum(D)([3], j => D.mul(D.of(dy[j] ?? NaN), definition.softmax(D)(scores).at(0, j))))(T.liftGrid(wide.of)(x))
  return [
    ...[...y.data].map((a, j) => nextTo(a, known.at(0, j), `y[${j}]`)),
    ...[...pullback(T.fromNested([dy])).dx.data].map((d, j) => nextTo(d, slopes.at(0, j), `dx[${j}]`))
  ]
}

const distributions = fc.array(fc.constantFrom(0, 1), { minLength: 3, maxLength: 3 })

/** The losses and the softmax where the documents' own overflow, vanish or divide 0 by 0. */
export const lossSafetyLaws: Law<LossSafetySubject> = (
  { name, softmax, crossEntropy, logisticLoss }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/softmax`,
      title: 'A softmax of scores up to twenty thousand apart is that of the definition, and so is its pullback',
      statement: String.raw`y_j = e^{s_j} / \sum_k e^{s_k},\quad dx = J^T dy`, source: 'Notes on CS231n, softmax'
    },
    everyCase('gaps of 20 to 10000, the largest score in each place', rows, given => inside(besideSoftmax(softmax)(given)))
  ),
  sparsely(claim(
    {
      id: `${name}/logistic`,
      title: 'From margins of 746 on the logistic loss and its gradient are right to the last bit',
      statement: String.raw`m \ge 746: \log(1 + e^{-m}) = 0,\ \log(1 + e^{m}) = m`,
      source: 'Object recognition assignment 2, the loss in code'
    },
    sampled<{ readonly m: number; readonly y: number }>(
      { m: fc.integer({ min: 746, max: 1e6 }), y: fc.constantFrom(-1, 1) }, ({ m, y }) => {
        // e^-746 is less than half of the least double
        const [good, bad] = [m, -m].map(margin => logisticLoss([y])(T.fromNested([margin * y])))
        return [
          equal<Plain>(good?.value ?? NaN, 0, 'value'),
          equal<Plain>(T.item(good?.gradient ?? T.zeros([0])), 0, 'gradient'),
          equal<Plain>(bad?.value ?? NaN, m, 'value at -m'),
          equal<Plain>(T.item(bad?.gradient ?? T.zeros([0])), -y, 'gradient at -m')
        ]
      })
  )),
  sparsely(claim(
    {
      id: `${name}/cross-entropy`,
      title: 'Where p is 0 a class counts for nothing; where only q is 0 the entropy is refused',
      statement: String.raw`0 \log 0 = 0`, source: 'Notes on CS231n, information theory view'
    },
    sampled<{ readonly p: Entries; readonly q: Entries }>({ p: distributions, q: distributions }, ({ p, q }) => {
      const loss = (): ReturnType<ReturnType<typeof crossEntropy>> => crossEntropy(T.fromNested([p]))(T.fromNested([q]))
      if (p.some((a, j) => a > 0 && q[j] === 0)) return [refuses(loss, 'crossEntropy')]
      // q is 1 wherever p is
      const { value, gradient } = loss()
      return [equal<Plain>(value, 0, 'value'), ...equalEntries(gradient, T.fromNested([p.map(a => -a)]), 'gradient')]
    })
  )),
  claim(
    {
      id: `${name}/long-arrays`,
      title: 'A loss of a million probabilities is computed: its arrays are read, and not put on the stack',
      statement: String.raw`-\tfrac1N \sum_{ij} p_{ij} \log q_{ij} = \tfrac1N \log 2`,
      source: 'The domains of the functions, as documented'
    },
    everyCase('65,536 rows of 16', [[65536, 16]], ([count = 0, columns = 0]) => {
      const p = T.with(T.zeros([count, columns]), [7, 3], 1)
      const loss = answerOf(() => crossEntropy(p)(T.full([count, columns], 0.5)).value)
      return [equal<Plain>(loss, Math.LN2 / count, 'value')]
    }))
]
