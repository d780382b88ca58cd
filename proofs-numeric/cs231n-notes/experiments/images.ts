import { gratings, type LabelledImages, readCifar10 } from '../../../src/data/index.js'
import { refuse, tabulate } from '../../../src/prelude/index.js'
import { run, seedOf, split } from '../../../src/random/index.js'
import { fileWith, fromFile, type NamedBytes } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** Images as rows (N, 3072) of whole numbers from 0 to 255, and their classes. */
export interface Rows {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
}

/** What is learned from, and what is tried on. */
export interface TwoSets {
  readonly training: Rows
  readonly test: Rows
}

interface Counts {
  readonly training: number
  readonly test: number
}

/** Striped textures in ten classes, in place of CIFAR-10. */
export const drawnSets = ({ training, test }: Counts, seed: number): TwoSets => {
  const [first, rest] = split(seedOf(seed))
  return {
    training: rowsOf(run(gratings(training), first)), test: rowsOf(run(gratings(test), run(split, rest)))
  }
}

export const cifarFiles = 'CIFAR-10 in its binary version: one file *train*.bin and one *test*.bin, of which the first images are taken'

/** The first images of the two files. */
export const readSets = (files: ReadonlyArray<NamedBytes>, { training, test }: Counts): TwoSets => {
  const binary = files.filter(({ name }) => name.endsWith('.bin'))
  return { training: firstOf(binary, 'train', training), test: firstOf(binary, 'test', test) }
}

const firstOf = (files: ReadonlyArray<NamedBytes>, word: string, count: number): Rows => {
  const file = fileWith('CIFAR-10', files, word)
  const all = rowsOf(fromFile(file, readCifar10))
  return count <= all.labels.length ? firstRows(all, count)
    : refuse('input', file.name, `${count} images, as the settings say`, `${all.labels.length}`)
}

const rowsOf = ({ images, labels }: LabelledImages): Rows =>
  ({ x: T.reshape(images, [labels.length, images.data.length / labels.length]), labels })

export const firstRows = ({ x, labels }: Rows, count: number): Rows =>
  ({ x: T.slice(x, [{ stop: count }]), labels: labels.slice(0, count) })

export const rowsAt = ({ x, labels }: Rows, places: ReadonlyArray<number>): Rows =>
  ({ x: T.take(x, places), labels: places.map(i => labels[i] ?? NaN) })

/** The share of answers that are the labels. */
export const shareRight = (answers: Tensor, labels: ReadonlyArray<number>): number =>
  labels.filter((label, i) => answers.data[i] === label).length / labels.length

/** 0 .. count - 1 in runs of so many. */
export const runsOf = (count: number, size: number): ReadonlyArray<ReadonlyArray<number>> =>
  tabulate(Math.ceil(count / size), k => tabulate(Math.min(size, count - k * size), i => k * size + i))

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
