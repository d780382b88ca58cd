// The pure functions that people import most. Each room has a door of its own, such as lemmata/claim; this one loads nothing heavy.
export { attempt, orThrow, Refusal } from './prelude/index.js'
export * as T from './tensor/index.js'
export * from './layer/index.js'
export * from './loss/index.js'
export * from './optimizer/index.js'
export * from './model/index.js'
export * from './data/index.js'
export * from './train/index.js'
