import * as model from '../../src/model/index.js'
import type { Composition } from '../models/index.js'

/** The models that are piecewise polynomial, as exported, with the formulas of the documents. */
export const compositions: Readonly<Record<string, Composition>> = {
  linearClassifier: { model: model.linearClassifier({ classes: 3 }), shape: [4], formula: s => s.affine('scores') },
  twoLayerNet: {
    model: model.twoLayerNet({ hidden: 4, classes: 3 }), shape: [3],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(x)))
  },
  fullyConnectedNet: {
    model: model.fullyConnectedNet({ hidden: [3, 2], classes: 2 }), shape: [3],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden2.affine')(s.relu(s.affine('hidden1.affine')(x)))))
  },
  logisticNet: {
    model: model.logisticNet({ hidden: 3 }), shape: [2],
    formula: s => x => s.affine('output')(s.relu(s.affine('hidden')(x)))
  },
  twoLayerConvNet: {
    model: model.twoLayerConvNet({ filters: 2, filterSize: 3, classes: 2 }), shape: [1, 4, 4],
    formula: s => x => s.affine('scores')(s.pool(s.relu(s.conv('conv', 1)(x))))
  },
  threeLayerConvNet: {
    model: model.threeLayerConvNet({ filters: 1, filterSize: 3, hidden: 2, classes: 2 }), shape: [2, 4, 4],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(s.pool(s.relu(s.conv('conv', 1)(x))))))
  },
  reluConvNet: {
    model: model.reluConvNet({ filters: [1, 1], hidden: 2, classes: 2 }), shape: [1, 14, 14],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(
      s.pool(s.relu(s.conv('conv2', 0)(s.pool(s.relu(s.conv('conv1', 0)(x)))))))))
  }
}
