export { findingLaws } from './finding.js'
export { stepsLaws } from './steps.js'
