import { type Claim, claim, everyCase, spelled } from '../../src/claim/index.js'
import { refuses } from '../judges/refuses.js'

/** A call, what it is wrong with, and the function that should say so. */
export interface Wrong {
  readonly place: string
  readonly wrong: string
  readonly call: () => unknown
}

/** That each call of a list is refused in the name of its function, by a message that says what it expected. */
export const allRefused = (id: string, title: string, of: ReadonlyArray<Wrong>): Claim => claim(
  { id, title, statement: String.raw`f(x) = \text{refusal}`, source: 'The domains of the functions, as documented' },
  everyCase(`${of.length} calls`, of, ({ place, wrong, call }) => {
    const relation = refuses(call, place)
    return [{ ...relation, place: `${spelled(relation.place)} ${wrong}` }]
  }))
