import type { Plain, Relation } from '../../src/claim/index.js'
import { spelled } from '../../src/claim/Relation.js'
import type { Tensor } from '../../src/tensor/index.js'
import { copies, sameBits } from './sameBits.js'

type Named = Readonly<Record<string, Tensor>>

/** What a call gives: some tensors at once, and some that are computed from what it kept when they are asked for. */
export interface Ran {
  readonly now: Named
  readonly later?: () => Named
}

/** A call of the function under judgement. The inputs are those that it is given, in the order and with the identity that it sees. */
export interface Call {
  readonly inputs: Named
  readonly run: (inputs: Named) => Ran
}

/**
 * That calls know nothing of each other: a, beside b of the same shape and c of another, gives what it gave when it was alone, and gives
 * it again; and what it gave and was given stays as it was while the others run. So what is kept in a variable outside, in a buffer that
 * the next call takes, or in the inputs themselves, shows.
 */
export const interleaved = (a: Call, others: ReadonlyArray<Call>): ReadonlyArray<Relation<Plain>> => {
  const given = [a, ...others].map(({ inputs }) => copies(inputs))
  const start = (call: Call, k: number): Ran => call.run(given[k] ?? {})
  const asked = ({ later }: Ran): Named => later?.() ?? {}
  const alone = a.run(copies(a.inputs))
  const [aloneNow, aloneLater] = [copies(alone.now), copies(asked(alone))]
  const ran = [a, ...others].map(start)
  const [first, ...rest] = ran as [Ran, ...ReadonlyArray<Ran>]
  const once = asked(first)
  const onceCopied = copies(once)
  rest.forEach(asked)
  const onceLater = copies(once)
  const twice = asked(first)
  const same = (found: Named, known: Named, when: string): ReadonlyArray<Relation<Plain>> =>
    Object.entries(known).flatMap(([name, t]) => sameBits(found[name] as Tensor, t, name))
      .map(relation => ({ ...relation, place: () => `${spelled(relation.place)}${when}` }))
  return [
    ...[a, ...others].flatMap(({ inputs }, k) => same(given[k] ?? {}, inputs, ' after the call')),
    ...same(first.now, aloneNow, ' after other calls'),
    ...same(onceCopied, aloneLater, ' with other calls between'),
    ...same(twice, aloneLater, ' asked for again'),
    ...same(onceLater, onceCopied, ' after others were asked for'),
    ...same(once, onceCopied, ' after it was asked for again')
  ]
}
