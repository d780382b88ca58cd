import { numericGradient, relativeError } from '../../src/difference/index.js'
import type { Layer, Params } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { objective } from '../../src/train/index.js'

/** A gradient check of a whole net, with draws of our own. */
export interface NetCheck {
  readonly net: Layer
  readonly example: Shape
  readonly labels: ReadonlyArray<number>
  readonly h: number
}

/** The relative error of central differences by one parameter, for weights and inputs of this seed. */
export const parameterErrors = (
  { net, example, labels, h }: NetCheck, seed: number
): (layer: number, name: 'w' | 'b') => number => {
  const built = orThrow(net.build(example))
  const [params, next] = built.init(seedOf(seed))
  const [x] = normals([labels.length, ...example])(next)
  const at = (p: Params) => objective({ model: net, loss: softmaxCrossEntropy })(p, run(built.state, next))(x, labels)
  const { gradient } = at(params)
  const changed = (layer: number, name: string, value: Tensor): Params =>
    params.map((named, k) => (k === layer ? { ...named, [name]: value } : named))
  return (layer: number, name: 'w' | 'b'): number => {
    const [p, g] = [params[layer]?.[name] as Tensor, gradient[layer]?.[name] as Tensor]
    return relativeError(numericGradient(v => at(changed(layer, name, v)).value, { h })(p), g)
  }
}
