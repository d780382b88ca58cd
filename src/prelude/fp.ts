// The one door to fp-ts: under Node's ESM only the paths below lib/ load.
export { type Either, left, right, isLeft, map as mapEither, chain as chainEither } from 'fp-ts/lib/Either.js'
export { pipe } from 'fp-ts/lib/function.js'
export {
  type State, chain as chainState, map as mapState, of as ofState, traverseArray as traverseState
} from 'fp-ts/lib/State.js'
