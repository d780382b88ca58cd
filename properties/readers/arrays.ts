import fc, { type Arbitrary } from 'fast-check'
import { claim, equal, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { readCifar10, readCsv, readIdx, readMat, readNpy, readSafetensors, writeSafetensors } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'
import { reads } from '../drawings/framed.js'
import { sameBits } from '../judges/sameBits.js'
import { ascii, big, joined, little, written } from './bytes.js'
import { type Element, elements } from './elements.js'

interface ArrayReaderSubject {
  readonly name: string
  readonly readIdx: typeof readIdx
  readonly readNpy: typeof readNpy
  readonly readMat: typeof readMat
  readonly readCsv: typeof readCsv
  readonly readCifar10: typeof readCifar10
  readonly readSafetensors: typeof readSafetensors
  readonly writeSafetensors: typeof writeSafetensors
}

interface Stored {
  /** The name of the type of its numbers. */
  readonly type: string
  readonly shape: ReadonlyArray<number>
  readonly values: ReadonlyArray<number>
}

/** Arrays of a type that hold few numbers, no two of whose sides need be equal. */
const arraysOf = (some: ReadonlyArray<Element>, least: number, most: number): Arbitrary<Stored> =>
  fc.tuple(fc.constantFrom(...some), fc.array(fc.nat(3), { minLength: least, maxLength: most })).chain(
    ([{ npy: type, values: numbers }, shape]) => {
      const length = shape.reduce((a, b) => a * b, 1)
      return fc.array(numbers, { minLength: length, maxLength: length }).map(values => ({ type, shape, values }))
    })

const elementOf = ({ type }: Stored): Element => elements.find(({ npy: name }) => name === type) as Element

/** The numbers in the order in which the first index changes fastest. */
const byColumns = ({ shape, values }: Stored): ReadonlyArray<number> =>
  [...T.transpose(T.fromFlat(shape, values)).data]

const tupleOf = (shape: ReadonlyArray<number>): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`)

/** A file of NumPy: its header ends at a multiple of 64 bytes. */
const npy = (stored: Stored, isLittle: boolean, fortran: boolean): Uint8Array => {
  const { shape, values } = stored
  const element = elementOf(stored)
  const text = `{'descr': '${isLittle ? '<' : '>'}${element.npy}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${tupleOf(shape)}, }`
  const header = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`
  return joined(
    [0x93, ...ascii('NUMPY'), 1, 0], little(header.length, 2), ascii(header),
    written(element, fortran ? byColumns(stored) : values, isLittle))
}

/** A file of MATLAB with one array of doubles by name, whose numbers are stored in their own type. */
const mat = (stored: Stored, name: string, isLittle: boolean): Uint8Array => {
  const word = (n: number, bytes: number): ReadonlyArray<number> => (isLittle ? little(n, bytes) : big(n, bytes))
  const part = (type: number, data: ReadonlyArray<number>): ReadonlyArray<number> =>
    [...word(type, 4), ...word(data.length, 4), ...data, ...Array.from({ length: (8 - data.length % 8) % 8 }, () => 0)]
  const element = elementOf(stored)
  const array = [
    ...part(6, [...word(6, 4), ...word(0, 4)]), ...part(5, stored.shape.flatMap(size => word(size, 4))),
    ...part(1, ascii(name)), ...part(element.mat, written(element, byColumns(stored), isLittle))
  ]
  return joined(ascii('MATLAB 5.0'.padEnd(124)), word(0x0100, 2), ascii(isLittle ? 'IM' : 'MI'), part(14, array))
}

interface Csv {
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  readonly names: ReadonlyArray<string>
  readonly header: boolean
  readonly quoted: boolean
  readonly end: string
}

const doubles = fc.oneof(
  { weight: 4, arbitrary: fc.double() }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0) })

const csv: Arbitrary<Csv> = fc.integer({ min: 1, max: 3 }).chain(columns => fc.record({
  rows: fc.array(fc.array(doubles, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
  names: fc.array(
    fc.array(fc.constantFrom('a', ',', '"', '\n', ' ', 'é'), { maxLength: 3 }).map(parts => parts.join('')),
    { minLength: columns, maxLength: columns }),
  header: fc.boolean(), quoted: fc.boolean(), end: fc.constantFrom('\n', '\r\n')
}))

const quotedField = (field: string): string => `"${field.replaceAll('"', '""')}"`

const textOf = ({ rows, names, header, quoted, end }: Csv): string => [
  ...header ? [names.map(quotedField).join(',')] : [],
  ...rows.map(row => row.map(a => (Object.is(a, -0) ? '-0' : `${a}`)).map(a => (quoted ? quotedField(a) : a)).join(','))
].map(line => `${line}${end}`).join('')

interface Named {
  readonly tensors: ReadonlyArray<Stored>
  readonly words: ReadonlyArray<string>
}

const spoken = 'it is about code, files or time' as const

export const arrayReaderLaws: Law<ArrayReaderSubject> = subject => {
  const { name } = subject
  const about = (id: string, title: string, source: string) =>
    ({ id: `${name}/${id}`, title, statement: String.raw`\mathrm{read}(\mathrm{file}(x)) = x`, spoken, source })
  return [
    claim(
      about('idx', 'A file in IDX of any type gives back the numbers written to it, by their axes', 'MNIST, the IDX file format'),
      sampled<{ readonly stored: Stored }>(
        { stored: arraysOf(elements.filter(({ idx }) => idx !== undefined), 0, 4) }, ({ stored }) => {
          const { shape, values } = stored
          const element = elementOf(stored)
          const file = joined(
            [0, 0, element.idx ?? 0, shape.length], shape.flatMap(size => big(size, 4)),
            written(element, values, false))
          return sameBits(judgedBy('readIdx', () => subject.readIdx(file)), T.fromFlat(shape, values), 'the array')
        })
    ),
    claim(
      about('npy', 'A file of NumPy of any type and either order gives back the numbers written to it', 'NumPy, numpy.lib.format'),
      sampled<{ readonly stored: Stored; readonly isLittle: boolean; readonly fortran: boolean }>(
        { stored: arraysOf(elements, 0, 3), isLittle: fc.boolean(), fortran: fc.boolean() },
        ({ stored, isLittle, fortran }) => sameBits(
          judgedBy('readNpy', () => subject.readNpy(npy(stored, isLittle, fortran))),
          T.fromFlat(stored.shape, stored.values), 'the array'))
    ),
    claim(
      about('mat', 'A file of MATLAB gives back the numbers written to it by columns, by name', 'MATLAB, MAT-File Format, level 5'),
      sampled<{ readonly stored: Stored; readonly isLittle: boolean }>(
        { stored: arraysOf(elements, 2, 3), isLittle: fc.boolean() },
        ({ stored, isLittle }) => sameBits(
          judgedBy('readMat', () => subject.readMat(mat(stored, 'weights', isLittle), ['weights']).weights),
          T.fromFlat(stored.shape, stored.values), 'the array'))
    ),
    claim(
      about('csv', 'Doubles printed in comma-separated values are read bit for bit, and names in quotes letter by letter',
        'RFC 4180, Common format for CSV files'),
      sampled<{ readonly table: Csv }>({ table: csv }, ({ table }) => {
        const { names, x } = judgedBy('readCsv', () => subject.readCsv(textOf(table), { header: table.header }))
        return [
          ...sameBits(x, T.fromNested(table.rows), 'the numbers'),
          equal<Plain>(names.length, table.header ? table.names.length : 0, 'names'),
          ...names.map((one, j) => reads(one, table.names[j] ?? '', `name ${j}`))
        ]
      })
    ),
    claim(
      about('cifar', 'A record of CIFAR-10 is a label, then the planes of red, green and blue, row by row', 'CIFAR-10, binary version'),
      // the entry is told by its place: a file of 3073 drawn bytes would say no more
      sampled<{ readonly labels: ReadonlyArray<number>; readonly at: number }>(
        { labels: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), at: fc.nat(3071) }, ({ labels, at }) => {
          const [channel, row, column] = [Math.floor(at / 1024), Math.floor(at / 32) % 32, at % 32]
          const file = new Uint8Array(3073 * labels.length)
          labels.forEach((label, k) => {
            file[3073 * k] = label
            file[3073 * k + 1 + at] = 200 + k
          })
          const { images, labels: found } = judgedBy('readCifar10', () => subject.readCifar10(file))
          return [
            ...[labels.length, 3, 32, 32].map((size, axis) => equal<Plain>(images.shape[axis] ?? NaN, size, `axis ${axis}`)),
            ...labels.flatMap((label, k) => [
              equal<Plain>(found[k] ?? NaN, label, `label ${k}`),
              equal<Plain>(T.at(images, [k, channel, row, column]), 200 + k, `the entry of image ${k}`),
              equal<Plain>(T.item(T.sum(T.row(images, k))), 200 + k, `the sum of image ${k}`)
            ])
          ]
        })
    ),
    claim(
      about('safetensors', 'Tensors written to a safetensors file are read back bit for bit, and equal ones give equal bytes',
        'safetensors, Format'),
      sampled<Named>({
        tensors: fc.array(arraysOf(elements, 0, 3), { minLength: 1, maxLength: 3 }),
        words: fc.array(
          fc.array(fc.constantFrom('"', '\\', ':', '{', 'é', '\n'), { maxLength: 3 }).map(parts => parts.join('')),
          { minLength: 3, maxLength: 3 })
      }, ({ tensors, words }) => {
        const entries = tensors.map(
          ({ shape, values }, k) => [`${words[k] ?? ''}${k}`, T.fromFlat(shape, values)] as const)
        const texts = { [words[0] ?? '']: words[1] ?? '' }
        const bytes = judgedBy('writeSafetensors', () => subject.writeSafetensors(Object.fromEntries(entries), texts))
        const turned = judgedBy('writeSafetensors', () =>
          subject.writeSafetensors(Object.fromEntries([...entries].reverse()), texts))
        const found = judgedBy('readSafetensors', () => subject.readSafetensors(bytes))
        return [
          equal<Plain>(Object.keys(found.tensors).length, entries.length, 'tensors'),
          ...entries.flatMap(([key, tensor]) =>
            sameBits(found.tensors[key] ?? T.scalar(NaN), tensor, JSON.stringify(key))),
          reads(JSON.stringify(found.metadata), JSON.stringify(texts), 'the texts'),
          reads(turned.join(), bytes.join(), 'the bytes')
        ]
      })
    )
  ]
}
