import { between, type Plain, type Relation, spelled } from '../../src/claim/index.js'
import { type Analytic, fromEntries } from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { double } from '../judges/precision.js'
import type { Bound } from '../layers/bound.js'
import { acceptedAtKinks, kinkNote } from '../layers/kinks.js'
import type { NamedGrids } from '../layers/subject.js'
import type { Call, Subject } from './subject.js'

/** The definition of a loss as that of a layer of one output, whose cotangent is 1: what is known of kinks is said of layers. */
const asLayer = <Target>(
  { name, definition, atKinks }: Subject<Target>, { options = {}, target }: Call<Target>
): Bound => ({
  name, varying: ['x'], precision: double, atKinks, printed: undefined,
  run: () => refuse('input', name, 'a look at the definition alone', 'a call'),
  define: definition === undefined ? undefined
    : <A>(N: Analytic<A>) => ({ x }: NamedGrids<A>) =>
      fromEntries<A>([], x === undefined ? [] : [definition(N)(options)(target)(x)])
})

const one = T.scalar(1)

/** What a failure should say of an entry of the gradient where the definition has a kink. */
export const noteAt = <Target>(subject: Subject<Target>, call: Call<Target>, i: number): string =>
  kinkNote(asLayer(subject, call), { x: call.scores }, one, 'x', i)

const inWordsOfLosses = (text: string): string =>
  text.replaceAll('dx entry', 'gradient entry').replaceAll('the layer gives', 'the loss gives')

/** Where any slope is accepted, and there is a kink: that each entry lies between the slopes on either side, tied entries together. */
export const acceptedHere = <Target>(
  subject: Subject<Target>, call: Call<Target>, gradient: Tensor
): ReadonlyArray<Relation<Plain>> | undefined =>
  acceptedAtKinks(asLayer(subject, call), { x: call.scores }, one, { x: gradient })?.map(
    ({ sides: [left, right] = ['left', 'right'], ...relation }) => between(
      inWordsOfLosses(left), inWordsOfLosses(right),
      { ...relation, place: () => inWordsOfLosses(spelled(relation.place)) }
    )
  )
