export { labelled, stepsPerPass, type Examples, type Experiment, type Penalty } from './Experiment.js'
export { objective, type Objective } from './objective.js'
export { advance, begin, train, unfold, type Diverged, type Progress, type Stepped, type Training } from './train.js'
