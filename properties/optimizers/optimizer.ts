import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import { type Analytic, grid, point } from '../../src/number/index.js'
import type { Memory, Optimizer } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { copy, sameBits } from '../judges/sameBits.js'

/** An optimizer of anyone's own, and its last step in closed form, given the gradients of one parameter so far. */
export interface OptimizerSubject {
  readonly name: string
  readonly optimizer: Optimizer<Tensor, Memory>
  readonly definition: <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>) => A
  /** The rows of a ledger that the law about its steps settles. */
  readonly rows?: ReadonlyArray<string>
}

// Each row is one gradient of two parameters. Scales from tiny to huge: squares of 1e200 overflow, and of 1e-200 vanish.
const gradientsDrawn: Arbitrary<ReadonlyArray<Tensor>> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: -39, max: 39 }), fc.integer({ min: -39, max: 39 })), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(0, -6, 6, -200, 200))
  .map(([rows, e]) => rows.map(row => T.fromFlat([2], row.map(k => Number(`${k / 4}e${e}`)))))

const closedForm = String.raw`\Delta_t = f(g_1, \ldots, g_t)`

interface Descent {
  readonly w: Tensor
  readonly memory: Memory
  readonly steps: ReadonlyArray<Tensor>
}

/** The steps that the optimizer takes along the gradients, from its beginning. */
const stepsOf = (optimizer: Optimizer<Tensor, Memory>, gradients: ReadonlyArray<Tensor>): ReadonlyArray<Tensor> => {
  const start = T.zeros([2])
  return gradients.reduce<Descent>(({ w, memory, steps }, g) => {
    const [step, next] = optimizer.update(g)(w)(memory)
    return { w: T.add(w, step), memory: next, steps: [...steps, step] }
  }, { w: start, memory: optimizer.init(start), steps: [] }).steps
}

/** The laws that every optimizer of single entries obeys: its steps are those of its closed form, and it is a pure function. */
export const optimizerLaws = ({ name, optimizer, definition, rows = [] }: OptimizerSubject): ReadonlyArray<Claim> => {
  type Drawn = { readonly gradients: ReadonlyArray<Tensor> }
  const law = (id: string, title: string, statement: string, check: (drawn: Drawn) => ReadonlyArray<Relation<Plain>>): Claim =>
    claim({ id: `${name}/${id}`, title: `${name}: ${title}`, statement, source: 'the definition', rows: id === 'steps' ? rows : [] },
      sampled<Drawn>({ gradients: gradientsDrawn }, check))
  return [
    law('steps', 'the step after gradients from 1e-200 to 1e200 is that of its closed form', closedForm, ({ gradients }) => {
      const known = inAnyOrder(N => grid([2], (i = 0) => definition(N)(gradients.map(g => N.of(g.data[i] ?? NaN)))))
      const step = stepsOf(optimizer, gradients).at(-1)
      return known.entries.map((enclosure, i) => {
        const [float, place] = [step?.data[i] ?? NaN, `step ${gradients.length}[${i}]`]
        return between('the optimizer gives', 'its definition',
          Number.isFinite(float) ? equal<Plain>(point(float), enclosure, place) : equal<Plain>(float, 0, `${place}, which is finite`))
      })
    }),
    law('replay', 'the same gradients give the same bits again, and keep their own', String.raw`\Delta_t = \Delta_t`, ({ gradients: drawn }) => {
      const gradients = drawn.map(copy)
      const [first, second] = [stepsOf(optimizer, gradients), stepsOf(optimizer, gradients)]
      return [
        ...first.flatMap((step, t) => sameBits(step, second[t] ?? step, `step ${t + 1}`)),
        ...drawn.flatMap((g, t) => sameBits(gradients[t] ?? g, g, `gradient ${t + 1} after the call`))
      ]
    })
  ]
}
