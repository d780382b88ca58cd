import fc from 'fast-check'
import { atMost, type Claim, claim, type Plain, sampled } from '../../../src/claim/index.js'
import { softmaxCrossEntropy } from '../../../src/loss/index.js'
import { fullyConnectedNet } from '../../../src/model/index.js'
import { ball, point, toInterval } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { normals, run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import { sparsely } from '../../../properties/cases/sparsely.js'

const coarse = ball(40)

/** The norms of the weights of each layer multiplied: how much a net of affine layers and rectifiers without biases can stretch. */
const stretch = (params: ReadonlyArray<Readonly<Record<string, T.Tensor>>>): number =>
  params.flatMap(({ w }) => (w === undefined ? [] : [Math.sqrt(T.dot(w, w))])).reduce((a, b) => a * b, 1)

const tinyWeights: Claim = sparsely(claim(
  {
    id: 'cs231n-notes/initial-loss/tiny-weights',
    title: 'With tiny weights a net of three layers begins at log C, but for what they make of its inputs',
    statement:
      '\\text{A net of three layers starts from drawn weights of a deviation between 1/1024 and 1/4. Its loss on three ' +
      'inputs is off log 10 by at most twice the norms of its weights and of the longest input, multiplied.}',
    spoken: 'it is about code, files or time',
    source: 'Notes on CS231n, fully connected nets',
    rows: ['N231-FC-07']
  },
  sampled<{ readonly seed: number; readonly exponent: number }>(
    { seed: fc.nat(), exponent: fc.integer({ min: -10, max: -2 }) }, ({ seed, exponent }) => {
      const built = orThrow(fullyConnectedNet({ hidden: [6, 5], classes: 10, weightScale: 2 ** exponent }).build([4]))
      const net = fullyConnectedNet({ hidden: [6, 5], classes: 10, weightScale: 2 ** exponent })
      const [params, next] = built.init(seedOf(seed))
      const [x] = normals([3, 4])(next)
      const loss = softmaxCrossEntropy([0, 4, 9])(net.infer(params, run(built.state, next))(x)).value
      const longest = Math.sqrt(T.item(T.max(T.sum(T.mul(x, x), { axis: 1 }))))
      // the norms are rounded some dozens of times
      const bound = coarse.of(2 * stretch(params) * longest * (1 + 2 ** -40))
      const log = coarse.log(coarse.of(10))
      return [
        atMost<Plain>(point(loss), toInterval(coarse.add(log, bound)), 'from above'),
        atMost<Plain>(toInterval(coarse.sub(log, bound)), point(loss), 'from below')
      ]
    })
))

export const claims: ReadonlyArray<Claim> = [tinyWeights]
