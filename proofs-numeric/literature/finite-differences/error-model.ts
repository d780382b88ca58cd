import { centralError, oneSidedError } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, positive, printsAs, type RealNumber, sumOfSquares
} from '../../../src/claim/index.js'
import type { Analytic, Divisible } from '../../../src/number/index.js'

// The error model has one minimum. Where it lies is given by `best`, and e is what makes that so, which keeps roots out of the proof:
// best = 2 sqrt(e / |f''|) is e = |f''| best^2 / 4, and best = (3 e / |f'''|)^(1/3) is e = |f'''| best^3 / 3.

const source = 'Numerical differentiation; models of the step and of the error'

const noiseWithBestOneSided = <A>(N: Divisible<A>, second: A, best: A): A =>
  N.div(N.mul(second, N.mul(best, best)), N.of(4))
const noiseWithBestCentral = <A>(N: Divisible<A>, third: A, best: A): A =>
  N.div(N.mul(third, N.mul(best, N.mul(best, best))), N.of(3))

/** u |sin 1|, u = 2^-53. */
const noise = <A>(N: Analytic<A>): A => N.mul(N.of(2 ** -53), N.sin(N.of(1)))

const oneSidedAtSine: RealNumber = N => {
  const best = N.mul(N.of(2), N.sqrt(N.div(noise(N), N.sin(N.of(1)))))
  return oneSidedError(N)(noise(N), N.sin(N.of(1)))(best)
}

const centralAtSine: RealNumber = N => {
  const third = N.cos(N.of(1))
  const best = N.exp(N.div(N.log(N.div(N.mul(N.of(3), noise(N)), third)), N.of(3)))
  return centralError(N)(noise(N), third)(best)
}

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'literature/finite-differences/best-one-sided-step',
      title: 'No step h > 0 of a one-sided difference does better in the error model than 2 sqrt(e / |f\'\'|), e > 0',
      statement: String.raw`\tfrac h2 |f''| + \tfrac{2e}h \ge 2\sqrt{e |f''|} \text{ for } h, e > 0, \quad\text{with equality at } h = 2\sqrt{e / |f''|}`,
      source
    },
    sumOfSquares({ h: positive, best: positive, second: positive }, (N, { h, best, second }) => {
      const error = oneSidedError(N)(noiseWithBestOneSided(N, second, best), second)
      return atMost(error(best), error(h))
    }, (N, { h, best, second }) => [[N.div(second, N.mul(N.of(2), h)), N.sub(h, best)]])
  ),
  claim(
    {
      id: 'literature/finite-differences/best-central-step',
      title: 'No step of a central difference does better in the error model than (3 e / |f\'\'\'|)^(1/3)',
      statement: String.raw`\tfrac{h^2}6 |f'''| + \tfrac eh \ge \tfrac32 3^{-1/3} e^{2/3} |f'''|^{1/3} \text{ for } h, e > 0, \quad\text{with equality at } h = (3e / |f'''|)^{1/3}`,
      source
    },
    sumOfSquares({ h: positive, best: positive, third: positive }, (N, { h, best, third }) => {
      const error = centralError(N)(noiseWithBestCentral(N, third, best), third)
      return atMost(error(best), error(h))
    }, (N, { h, best, third }) =>
      [[N.div(N.mul(third, N.add(h, N.mul(N.of(2), best))), N.mul(N.of(6), h)), N.sub(h, best)]])
  ),
  claim(
    {
      id: 'literature/finite-differences/model-at-sine',
      title: 'In doubles, sin at 1: a one-sided difference can get within 1.77e-8, a central one within 1.74e-11',
      statement: String.raw`2\sqrt{e |f''|} = 1.77 \cdot 10^{-8}, \quad \tfrac32 3^{-1/3} e^{2/3} |f'''|^{1/3} = 1.74 \cdot 10^{-11}, \quad e = 2^{-53} \sin 1`,
      source
    },
    allOf('f = sin, x = 1', [
      { label: 'one-sided', judge: printsAs('1.77e-8', oneSidedAtSine) },
      { label: 'central', judge: printsAs('1.74e-11', centralAtSine) }
    ])
  )
]
