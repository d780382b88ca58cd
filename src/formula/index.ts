export { parse, type Shapes } from './parse.js'
export { lower } from './lower.js'
export { readNumber } from './readNumber.js'
export { secondOpinion, type SecondOpinion } from './secondOpinion.js'
