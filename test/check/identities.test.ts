import { beforeAll, expect, it } from 'vitest'
import { type Found, foundAt } from './identities/campaign.js'
import { laws } from './identities/laws/index.js'

// Each law once; `npm run identities` draws 5,000.
const [identities, perturbed]: [Array<Found>, Array<Found>] = [[], []]

beforeAll(() => {
  for (const turn of laws.keys()) {
    const [identity, other] = foundAt(1, turn)
    identities.push(identity)
    perturbed.push(other)
  }
})

const holds = ({ outcome }: Found): boolean => outcome === 'proved' || outcome === 'sampled'
const isWrong = ({ outcome }: Found): boolean => outcome === 'wrong'

it('refutes no true identity, and finds nearly all to hold', () => {
  expect(identities.filter(isWrong)).toEqual([])
  expect(identities.filter(holds).length).toBeGreaterThanOrEqual(0.95 * laws.length)
})

it('accepts no false line, and finds nearly all to be wrong', () => {
  expect(perturbed.filter(holds)).toEqual([])
  expect(perturbed.filter(isWrong).length).toBeGreaterThanOrEqual(0.99 * laws.length)
})
