export { labelled, type Examples, type Experiment } from './Experiment.js'
export { advance, begin, train, unfold, type Diverged, type Progress, type Stepped, type Training } from './train.js'
