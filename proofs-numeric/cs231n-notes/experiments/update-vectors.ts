import { planePlot } from '../../../src/drawing/index.js'
import { type Drawn, everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

const documented = { momentum: 0.75, rate: 0.25, steps: 6 }

/** What a step is made of: momentum's, and Nesterov's. */
export const experiment: Study = studyOf({
  name: 'update-vectors', document: 'cs231n-notes', place: '3.7.4', title: 'The vectors of an update',
  about: 'A step of momentum is the sum of the velocity that is left and of the gradient at the point where it begins; Nesterov takes the gradient where that velocity leads.',
  reported: 'Nesterov\'s update "is equivalent to" one that takes the gradient at its own place, x - momentum v + (1 + momentum) v\' (the figure is lost).',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: () => ({ x: T.fromNested([-2, 1]), v: T.fromNested([1, 0.5]) }),
  run: function* ({ settings: { momentum, rate, steps }, data: { x, v } }) {
    const kept = T.mul(v, momentum)
    const [here, ahead] = [T.mul(gradient(x), -rate), T.mul(gradient(T.add(x, kept)), -rate)]
    yield* told(`f = x^2 / 2 + y^2, momentum ${momentum}, learning rate ${rate}, ${steps} steps`)
    const courses = followed(x, v, { momentum, rate, steps })
    return {
      results: { momentum: [...T.add(kept, here).data], nesterov: [...T.add(kept, ahead).data] },
      tables: [{
        title: 'Nesterov in two forms', columns: ['step', 'x', 'x + momentum v', 'x of the other form'],
        rows: courses.map(({ first, lookAhead, second }, k) => [`${k}`, ...[first, lookAhead, second].map(shown)])
      }],
      pictures: [
        drawn('momentum', 'Momentum', 'The gradient is taken at the point where the step begins.', x, kept, here, x),
        drawn('nesterov', 'Nesterov\'s momentum', 'The gradient is taken where the velocity that is left leads: at the end of the momentum step.', x, kept, ahead, T.add(x, kept))
      ],
      findings: isExact({ momentum, rate, steps }) ? [
        everyCase({
          id: 'update-vectors/equivalent', rows: ['N231-OPT-09'], expected: 'erratum',
          statement: 'both forms go through the same x'
        }, courses.slice(1).map(({ first, second }, k) =>
          ({ name: `step ${k + 1}`, holds: T.equal(first, second), found: `${shown(first)} and ${shown(second)}` }))),
        everyCase({
          id: 'update-vectors/look-ahead', rows: ['N231-OPT-09'],
          statement: 'the x of the second form is x + momentum v of the first'
        }, courses.map(({ lookAhead, second }, k) =>
          ({ name: `step ${k}`, holds: T.equal(lookAhead, second), found: shown(second) })))
      ] : []
    }
  }
})

/** Of x^2 / 2 + y^2. */
const gradient = (x: Tensor): Tensor => T.mul(x, T.fromNested([1, 2]))

interface Settings {
  readonly momentum: number
  readonly rate: number
  readonly steps: number
}

/** Whether no sum is rounded: each step adds four bits below the point to coordinates of a few units, and 53 hold those of ten steps. */
const isExact = ({ momentum, rate, steps }: Settings): boolean =>
  Number.isInteger(4 * momentum) && Number.isInteger(4 * rate) && momentum <= 1 && rate <= 1 && steps <= 10

interface Both {
  readonly first: Tensor
  readonly lookAhead: Tensor
  readonly second: Tensor
}

/** Both forms from the same place: the second begins at the first's look-ahead. */
const followed = (x: Tensor, v: Tensor, { momentum, rate, steps }: Settings): ReadonlyArray<Both> => {
  let [first, velocity] = [x, v]
  let [second, other] = [T.add(x, T.mul(v, momentum)), v]
  const all: Array<Both> = [{ first, lookAhead: second, second }]
  for (let k = 0; k < steps; k++) {
    velocity = T.sub(T.mul(velocity, momentum), T.mul(gradient(T.add(first, T.mul(velocity, momentum))), rate))
    first = T.add(first, velocity)
    const next = T.sub(T.mul(other, momentum), T.mul(gradient(second), rate))
    second = T.add(second, T.sub(T.mul(next, 1 + momentum), T.mul(other, momentum)))
    other = next
    all.push({ first, lookAhead: T.add(first, T.mul(velocity, momentum)), second })
  }
  return all
}

const shown = (x: Tensor): string => `(${[...x.data].map(value => value.toFixed(4)).join(', ')})`

const drawn = (
  name: string, title: string, caption: string, x: Tensor, kept: Tensor, slope: Tensor, at: Tensor
): Drawn => {
  const point = (of: Tensor) => ({ x: T.at(of, [0]), y: T.at(of, [1]) })
  const end = T.add(T.add(x, kept), slope)
  return {
    name, title, caption,
    svg: planePlot({
      title, equal: true, x: { label: 'x', range: [-2.25, 0.25] }, y: { label: 'y', range: [0, 1.75] },
      arrows: [
        { label: 'momentum step', from: point(x), to: point(T.add(x, kept)) },
        { label: 'gradient step', from: point(at), to: point(T.add(at, slope)) },
        { label: 'actual step', from: point(x), to: point(end) }
      ],
      series: []
    })
  }
}
