// The one door to fp-ts: under Node's ESM only the paths below lib/ load.
export { type Either, left, right, isLeft, isRight, map as mapEither, chain as chainEither } from 'fp-ts/lib/Either.js'
export { pipe } from 'fp-ts/lib/function.js'
export { type State, chain as chainState, map as mapState, of as ofState, traverseArray as traverseState } from 'fp-ts/lib/State.js'
export { map as mapRecord, mapWithIndex as mapEntries } from 'fp-ts/lib/Record.js'
export type { Field } from 'fp-ts/lib/Field.js'
export type { Ord } from 'fp-ts/lib/Ord.js'
export type { Semigroup } from 'fp-ts/lib/Semigroup.js'
export type { Monoid } from 'fp-ts/lib/Monoid.js'
