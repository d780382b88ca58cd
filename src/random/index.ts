export { chainState as chain, mapState as map, ofState as of, traverseState as traverse } from '../prelude/index.js'
export * from './draws.js'
export { type Random, run, split } from './Random.js'
export { fromTensor, type Seed, seedOf, toTensor } from './Seed.js'
