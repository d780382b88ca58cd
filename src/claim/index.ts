export {
  type Claim, claim, type Counterexample, type Effort, effort, type Evidence, type Executed, expectations, type Expects,
  type Judge, type Judgement, type Law, type Seen, type Spoken, spokenReasons, type Statement, type Strength,
  strengths, type Verdict
} from './Claim.js'
export type { Axis, Figure, LinePlot, Series } from './Figure.js'
export {
  atMost, besideSize, between, type Case, equal, equalEntries, equalGrids, outside, type Place, type Relation,
  relationsOf, spelled
} from './Relation.js'
export {
  array, type ArrayOf, arrayOf, type Drawn, drawn, fractional, type Lifted, matrix, nonnegative, positive, type Range,
  type Scalar, scalar, type Variables, vector
} from './Variable.js'
export { share, within } from './within.js'
export { exactly, type Identity } from './exactly.js'
export { sumOfSquares, type Inequality, type Squares } from './sumOfSquares.js'
export { forAll, type Formula } from './forAll.js'
export { forDrawn, type DrawnFormula } from './forDrawn.js'
export { byPremises } from './byPremises.js'
export type { Premise, Premises } from './Premise.js'
export { closely } from './closely.js'
export { touching } from './touching.js'
export { bySquares } from './bySquares.js'
export { byPieces } from './byPieces.js'
export { formally, type FormalIdentity } from './formally.js'
export { sampled, type Draws, type SampledOptions } from './sampled.js'
export { definedBy, judgedBy } from './raised.js'
export type { Plain } from './plain.js'
export { enclosed, type Box, type BoxFormula, type EnclosedOptions } from './enclosed.js'
export { onRanges } from './onRanges.js'
export { example } from './example.js'
export { printsAs, type RealNumber } from './printed.js'
export { roundsTo } from './roundsTo.js'
export { frequency, type Frequency } from './frequency.js'
export { allOf, type Part } from './allOf.js'
export { erratum, type Form } from './erratum.js'
export { derivation, type Derivation, type Line, type Side } from './derivation.js'
export { assertClaim } from './assertClaim.js'
export { everyCase } from './everyCase.js'
