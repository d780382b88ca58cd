export { parse, type Shapes } from './parse.js'
export { lower, lowerEntries } from './lower.js'
export { readNumber, readValue } from './readNumber.js'
