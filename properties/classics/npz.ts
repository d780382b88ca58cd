import fc from 'fast-check'
import { claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { readNpz } from '../../src/data/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { shapesDrawn } from '../cases/drawnShapes.js'
import { npyOf, storedBlocks, type Zipped, zipOf } from '../cases/zipped.js'
import { sameBits } from '../judges/sameBits.js'

interface NpzSubject {
  readonly name: string
  readonly readNpz: typeof readNpz
}

const source = 'NumPy, numpy.lib.format'

const tensor = shapesDrawn.chain(shape => {
  const length = shape.reduce((a, b) => a * b, 1)
  return fc.array(fc.double(), { minLength: length, maxLength: length }).map(entries => T.fromFlat(shape, entries))
})

/** An array under a name, and how it is put into a file: how long the blocks are of one that is deflated. */
const array = fc.record({
  name: fc.string({ unit: 'binary', maxLength: 9 }), tensor, long: fc.boolean(),
  block: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined })
})

type Given = typeof array extends fc.Arbitrary<infer A> ? A : never

const zipped = ({ name, tensor: given, long, block }: Readonly<Given>): Zipped => {
  const content = npyOf(given)
  return { name: `${name}.npy`, content, long, ...block === undefined ? {} : { deflated: storedBlocks(content, block) } }
}

const arrays = (least: number): fc.Arbitrary<ReadonlyArray<Given>> =>
  fc.uniqueArray(array, { minLength: least, maxLength: 4, selector: ({ name }) => name })

interface Written {
  readonly all: ReadonlyArray<Given>
}

interface Damaged extends Written {
  readonly at: number
  readonly by: number
  readonly left: number
}

/** What a file holds is read back, or refused where it is damaged. */
export const npzLaws: Law<NpzSubject> = ({ name, readNpz: read }) => [
  claim(
    {
      id: `${name}/read-back`, title: 'Arrays in a zip file, stored or deflated, are read back bit for bit under their names',
      statement: String.raw`\mathrm{read}(\mathrm{write}(x)) = x`, source
    },
    sampled<Written>({ all: arrays(0) }, ({ all }) => {
      const outcome = attempt(() => read(zipOf(all.map(zipped))))
      if (isLeft(outcome)) return [equal<Plain>(1, 0, `refusals (${outcome.left.message})`)]
      const back = new Map(Object.entries(outcome.right))
      return [
        equal<Plain>(back.size, all.length, 'arrays'),
        ...all.flatMap(one => sameBits(back.get(one.name) ?? T.zeros([0]), one.tensor, one.name))
      ]
    })
  ),
  claim(
    {
      id: `${name}/damaged`, title: 'A zip file of arrays that is cut off, or has one byte of an array changed, is refused',
      statement: String.raw`\mathrm{read}(\mathrm{damage}(\mathrm{write}(x))) \text{ is refused}`, source
    },
    sampled<Damaged>({
      all: arrays(1), at: fc.nat(2 ** 16), by: fc.integer({ min: 1, max: 255 }), left: fc.nat(2 ** 16)
    }, ({ all, at, by, left }) => {
      const members = all.map(one => zipped({ ...one, block: undefined }))
      const file = zipOf(members)
      // the first array stands behind its header of 30 bytes, its name, and 20 bytes of sizes where they are long
      const { name: first = '', content = [], long = false } = members[0] ?? {}
      const from = 30 + new TextEncoder().encode(first).length + (long ? 20 : 0)
      const place = from + at % content.length
      const refused = (bytes: Uint8Array): number => (isLeft(attempt(() => read(bytes))) ? 1 : 0)
      return [
        equal<Plain>(refused(file), 0, 'the file as it was'),
        equal<Plain>(refused(file.map((byte, k) => (k === place ? byte ^ by : byte))), 1, 'a byte changed'),
        equal<Plain>(refused(file.subarray(0, left % file.length)), 1, 'cut off')
      ]
    })
  )
]
