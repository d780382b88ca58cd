import { didYouMean, given, mapRecord, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { isTensor } from '../tensor/Tensor.js'

/** Tensors in lists and records, such as parameters, or what an optimizer remembers. */
export type Tree = Tensor | ReadonlyArray<Tree> | { readonly [name: string]: Tree }

export type Entry = readonly [name: string, tensor: Tensor]

/** The parts of a list by the names of the layers, where it is a list of records with one for each; else by numbers from 1. */
const namesIn = (names: ReadonlyArray<string>, list: ReadonlyArray<Tree>): ReadonlyArray<string> =>
  list.length === names.length && list.every(part => !Array.isArray(part) && !isTensor(part)) ? names
    : list.map((_, i) => `${i + 1}`)

const under = (path: string, name: string): string => (path.endsWith('/') || path === '' ? path + name : `${path}.${name}`)

/** The tensors of a tree, each by its name: "hidden.w", or "state/norm.mean" for a path "state/". Refuses what holds anything else. */
export const entriesOf = (
  place: string, names: ReadonlyArray<string>, tree: Tree, path: string = ''
): ReadonlyArray<Entry> => {
  if (isTensor(tree)) return [[path, tree]]
  if (Array.isArray(tree)) {
    const parts = namesIn(names, tree as ReadonlyArray<Tree>)
    return (tree as ReadonlyArray<Tree>).flatMap((part, i) => entriesOf(place, names, part, under(path, parts[i] ?? '')))
  }
  const record = given.record(place, `tensors in lists and records at ${path}`, tree as Readonly<Record<string, Tree>>)
  return Object.entries(record).flatMap(([name, part]) => entriesOf(place, names, part, under(path, name)))
}

/** The same tree, with the tensors that have the names of its own. */
export const filled = <A>(
  names: ReadonlyArray<string>, tree: A, tensors: Readonly<Record<string, Tensor>>, path: string = ''
): A => {
  const part = (inner: unknown, name: string): unknown => filled(names, inner, tensors, under(path, name))
  if (isTensor(tree)) return tensors[path] as A
  if (!Array.isArray(tree)) return mapRecord(tree as Readonly<Record<string, unknown>>, part) as A
  const parts = namesIn(names, tree as ReadonlyArray<Tree>)
  return tree.map((inner, i) => part(inner, parts[i] ?? '')) as A
}

/** Entries as a record. Refuses two of one name, as two layers without names of their own have. */
export const recordOf = (place: string, entries: ReadonlyArray<Entry>): Readonly<Record<string, Tensor>> => {
  const names = new Set<string>()
  for (const [name] of entries) {
    if (names.has(name)) refuse('input', place, 'layers with names of their own (sequence gives them)', `${name} twice`)
    names.add(name)
  }
  return Object.fromEntries(entries)
}

/** The sizes of a tensor; null is any. */
export type Sizes = ReadonlyArray<number | null>

/** Refuses tensors that lack one that is wanted, have another shape, or are more than what is wanted. */
export const fitting = (
  place: string, wanted: Readonly<Record<string, Sizes>>, tensors: Readonly<Record<string, Tensor>>
): Readonly<Record<string, Tensor>> => {
  for (const [name, sizes] of Object.entries(wanted)) {
    const shape = Object.hasOwn(tensors, name) ? tensors[name]?.shape : undefined
    const said = `${name} of shape ${showShape(sizes.map(size => size ?? NaN)).replaceAll('NaN', 'n')}`
    if (shape === undefined) return refuse('shape', place, said, `no ${name}`)
    if (shape.length !== sizes.length || !sizes.every((size, i) => size === null || size === shape[i])) {
      refuse('shape', place, said, showShape(shape))
    }
  }
  const odd = Object.keys(tensors).find(name => !Object.hasOwn(wanted, name))
  return odd === undefined ? tensors
    : refuse('input', place, `no other tensors than those of the model and its training`, odd + didYouMean(odd, Object.keys(wanted)))
}

/** The shapes of entries, by their names. */
export const sizesOf = (entries: ReadonlyArray<Entry>): Readonly<Record<string, Sizes>> =>
  Object.fromEntries(entries.map(([name, { shape }]) => [name, shape]))
