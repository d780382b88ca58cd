import type { Params } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { addParams, onEach } from '../../src/optimizer/index.js'
import { choice, permutation } from '../../src/random/index.js'
import type { Solving } from '../../src/solver/index.js'
import { objective } from '../../src/train/index.js'
import { type Course, net, noise, ruleOf } from './courses.js'

interface ByHand {
  readonly params: Params
  readonly state: Params
  readonly memory: Params
  readonly waiting: ReadonlyArray<number>
  readonly seed: Solving['seed']
  readonly losses: ReadonlyArray<number>
}

/** One step by the rule for the rate of this step, of which the rule knows nothing but the number. */
const stepByHand = (course: Course, rate: number) => (now: ByHand): ByHand => {
  const { count, batchSize, replacement } = course
  const order = replacement ? choice(count, batchSize, { replacement: true }) : permutation(count)
  const [waiting, seed] = now.waiting.length > 0 ? [now.waiting, now.seed] : order(now.seed)
  const { x, target } = noise(course.seed, count).take(waiting.slice(0, batchSize))
  const scored = objective({ model: net, loss: softmaxCrossEntropy })
  const { value, gradient, state } = scored(now.params, now.state)(x, target)
  const [step, memory] = onEach(ruleOf(course.rule)(rate)).update(gradient)(now.params)(now.memory)
  const params = addParams(now.params, step)
  return { params, state, memory, waiting: waiting.slice(batchSize), seed, losses: [...now.losses, value] }
}

/** A course of so many steps, each taken by hand. */
export const byHand = (course: Course, { training }: Solving, steps: number, every: number): ByHand => {
  const { params, state, seed } = training
  const fresh = onEach(ruleOf(course.rule)(course.learningRate)).init(params)
  const rates = Array.from({ length: steps }, (_, t) => course.learningRate * course.decay ** Math.floor(t / every))
  return rates.reduce<ByHand>(
    (now, rate) => stepByHand(course, rate)(now), { params, state, memory: fresh, waiting: [], seed, losses: [] })
}
