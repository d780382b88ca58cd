import { type Claim, claim, equal, exactly, scalar, vector } from '../../../src/claim/index.js'
import { momentumStep } from '../../../src/definition/index.js'
import type { Divisible } from '../../../src/number/index.js'

/** The last step of the rule as the class has it: v <- mu v + g, then the step -eta v. */
const classStep = <A>(N: Divisible<A>, eta: A, mu: A, gradients: ReadonlyArray<A>): A =>
  N.sub(N.of(0), N.mul(eta, gradients.reduce((v, g) => N.add(N.mul(mu, v), g), N.of(0))))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/momentum/class-form',
      title: 'With a constant learning rate and no velocity at first, the form of the class takes the same steps',
      statement: String.raw`v = \mu v + g,\ w = w - \eta v:\quad \Delta_T = -\eta \sum_t \mu^{T-t} g_t`,
      source: 'Gaze assignment, question 1, momentum',
      rows: ['E228-MOM-01', 'E228-MOM-03']
    },
    exactly({ eta: scalar, mu: scalar, g: vector(5) }, (N, { eta, mu, g }) =>
      g.entries.map((_, t) => {
        const soFar = g.entries.slice(0, t + 1)
        return equal(classStep(N, eta, mu, soFar), momentumStep(N)(eta, mu, soFar), `step ${t + 1}`)
      }))
  )
]
