import * as definition from '../../src/definition/index.js'
import { affine } from '../../src/layer/index.js'
import type { ParametricSubject } from '../layers/layer.js'

/** The affine layer as exported, and its definition. */
export const affineSubject: ParametricSubject = {
  name: 'affine', layer: affine, definition: definition.affine, x: ['N', 'D'], params: { w: ['D', 'M'], b: ['M'] },
  homogeneousIn: ['x', 'b'],
  finiteUpTo: 1e150, rows: { pullback: ['N231-LAY-02', 'E228-FC-03'] }
}
