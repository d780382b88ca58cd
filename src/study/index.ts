export { everyCase, shareOf, type Told } from './finding.js'
export { answered } from './answered.js'
export { eachOf, timed, told, trained } from './steps.js'
export { fileWith, fromFile, studyOf, type StudyParts } from './studyOf.js'
export type {
  AboutStudy, Answer, Drawn, Finding, Json, NamedBytes, Outcome, Request, Settings, Steps, Study, Table, TrainingRequest
} from './Study.js'
