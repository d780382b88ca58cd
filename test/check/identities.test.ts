import { expect, it } from 'vitest'
import { foundAt } from './identities/campaign.js'
import { laws } from './identities/laws/index.js'

// Each law once; `npm run identities` draws 5,000.
const found = laws.map((_, turn) => foundAt(1, turn))
const [identities, perturbed] = [found.map(([identity]) => identity), found.map(([, other]) => other)]

const holds = ({ outcome }: { readonly outcome: string }): boolean => outcome === 'proved' || outcome === 'sampled'
const isWrong = ({ outcome }: { readonly outcome: string }): boolean => outcome === 'wrong'

it('refutes no true identity, and finds nearly all to hold', () => {
  expect(identities.filter(isWrong)).toEqual([])
  expect(identities.filter(holds).length).toBeGreaterThanOrEqual(0.95 * laws.length)
})

it('accepts no false line, and finds nearly all to be wrong', () => {
  expect(perturbed.filter(holds)).toEqual([])
  expect(perturbed.filter(isWrong).length).toBeGreaterThanOrEqual(0.99 * laws.length)
})
