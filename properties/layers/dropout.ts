import fc from 'fast-check'
import {
  type Claim, claim, equal, frequency, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { andThen, type dropout, type Dropout, type DropoutOptions, type Params } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { refuses } from '../judges/refuses.js'
import { sameBits } from '../judges/sameBits.js'

/** Dropout with a mask that is given, and the layer that draws its masks. */
export interface DropoutSubject {
  readonly name: string
  readonly dropout: typeof dropout
  readonly Dropout: typeof Dropout
}

const source = 'Notes on CS231n, dropout'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

const ones = T.ones([2, 8])

/** What is true of the Dropout layer, whose masks come from the generator in its state. */
export const dropoutLaws: Law<DropoutSubject> = ({ name, dropout, Dropout }): ReadonlyArray<Claim> => {
  const begun = (options: DropoutOptions): Params => run(orThrow(Dropout(options).build([8])).state, seedOf(1))
  return [
    claim(
      {
        id: `${name}/masks`,
        title: 'Each step of training has a mask of its own, its pullback the same; what stays is scaled up',
        statement: String.raw`y = \frac{m x}{p},\ dx = \frac{m\,dy}{p}`, source, rows: ['N231-DO-02']
      },
      sampled<{ seed: number; x: Tensor }>(
        { seed: seeds, x: tensors([4], fc.integer({ min: 1, max: 24 })) }, ({ seed, x }) => {
          const layer = Dropout({ keepProbability: 0.5, seed })
          const first = layer.train([{}], begun({ keepProbability: 0.5, seed }))(x)
          const second = layer.train([{}], first.state)(x)
          const again = layer.train([{}], begun({ keepProbability: 0.5, seed }))(x)
          const mask = T.greater(first.y, 0)
          const states = [first, second].map(({ state }) => [...(state[0]?.['seed'] ?? ones).data].join())
          return [
            ...sameBits(first.y, T.mul(T.mul(x, mask), 2), 'y'),
            ...sameBits(first.pullback(T.ones([4])).dx, T.mul(mask, 2), 'dx'),
            ...sameBits(again.y, first.y, 'y again'),
            equal(states[0] === states[1] ? 1 : 0, 0, 'the state after one step is that after two')
          ]
        }
      )),
    claim(
      {
        id: `${name}/inference`, title: 'At inference, and with keepProbability 1, nothing is dropped or enlarged',
        statement: String.raw`y = x`, source, rows: ['N231-DO-01']
      },
      sampled<{ seed: number; x: Tensor }>({ seed: seeds, x: tensors([2, 8], numerators) }, ({ seed, x }) => [
        ...sameBits(
          Dropout({ keepProbability: 0.25 }).infer([{}], begun({ keepProbability: 0.25, seed }))(x), x, 'inference'
        ),
        ...sameBits(
          Dropout({ keepProbability: 1 }).train([{}], begun({ keepProbability: 1, seed }))(x).y, x, 'keepProbability 1'
        )
      ])),
    claim(
      {
        id: `${name}/seeds`, title: 'Layers with seeds of their own draw masks of their own',
        statement: String.raw`s \ne s' \Rightarrow m \ne m'`, source, rows: ['N231-DO-03']
      },
      sampled<{ seed: number }>({ seed: seeds }, ({ seed }) => {
        const wide = T.ones([64, 8])
        const drawn = [seed, seed + 1].map(own =>
          Dropout({ keepProbability: 0.5 }).train([{}], begun({ keepProbability: 0.5, seed: own }))(wide).y)
        return equal(T.identical(drawn[0] ?? wide, drawn[1] ?? wide) ? 1 : 0, 0, 'the masks are the same')
      })),
    ...([[`${name}/share-quarter`, 0.25], [`${name}/share-nine-tenths`, 0.9]] as const).map(([id, p]) => claim(
      {
        id, title: `With keepProbability ${p}, that share of entries stays`,
        statement: String.raw`P(m = 1) = p`, source, rows: ['N231-DO-01']
      },
      frequency<number>({
        draw: seeds, probability: p,
        event: seed =>
          T.at(Dropout({ keepProbability: p }).train([{}], begun({ keepProbability: p, seed }))(ones).y, [1, 3]) !== 0
      }))),
    claim(
      {
        id: `${name}/probability`,
        title: 'A keepProbability that is not above 0 and at most 1 is refused, for 0 would divide by 0',
        statement: String.raw`0 < p \le 1`, source, rows: ['N231-DO-04']
      },
      sampled<{ p: number }>(
        { p: fc.constantFrom(0, -0.5, 1.5, NaN, Infinity) }, ({ p }): ReadonlyArray<Relation<Plain>> => [
          refuses(() => dropout({ keepProbability: p, mask: ones })(ones), 'dropout'),
          refuses(() => begun({ keepProbability: p }), 'dropout')
        ]
      )),
    claim(
      {
        id: `${name}/masks-apart`,
        title: 'Two dropout layers of one net draw masks that differ, and the same seed draws both again',
        statement: String.raw`m_1 \ne m_2`, source
      },
      sampled<{ seed: number }>({ seed: seeds }, ({ seed }) => {
        const layer = Dropout({ keepProbability: 0.5 })
        const start = orThrow(andThen(layer, layer).build([64])).state
        const [first, second] = [run(start, seedOf(seed)), run(start, seedOf(seed))]
        const mask = (state: Params, k: number): string =>
          [...layer.train([{}], [state[k] ?? {}])(T.ones([1, 64])).y.data].join()
        // 64 fair coins come out alike once in 2^64
        return [
          equal<Plain>(Number(mask(first, 0) === mask(first, 1)), 0, 'the masks are the same'),
          equal<Plain>(Number(mask(first, 1) === mask(second, 1)), 1, 'the second mask is the same again')
        ]
      })
    )
  ]
}
