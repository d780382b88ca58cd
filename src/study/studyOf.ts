import { refuse, refusedIn } from '../prelude/index.js'
import type { AboutStudy, NamedBytes, Outcome, Settings, Steps, Study } from './Study.js'

/** An experiment whose data can be drawn, or read from files. */
export interface StudyParts<S extends Settings, D> extends AboutStudy<S> {
  readonly draw: (settings: S, seed: number) => D
  readonly read?: (files: ReadonlyArray<NamedBytes>, settings: S, seed: number) => D
  readonly run: (given: { readonly settings: S; readonly data: D; readonly seed: number }) => Steps<Outcome>
}

/**
 * An experiment as data: what it says of itself, where its data come from, and how it goes. Its data are drawn, or read where files are
 * given; refuses files where it says nothing about how to read them.
 *
 * @example
 * const about = { name: 'sizes', title: '', document: '', place: '', about: '', reported: '', seconds: { short: 0, documented: 0 } }
 * const run = function* ({ data }) { return { results: { data }, tables: [], pictures: [], findings: [] } }
 * const sizes = studyOf({ ...about, documented: { n: 100 }, short: { n: 3 }, draw: ({ n }, seed) => n + seed, run })
 * answered(sizes.run(sizes.short, 7)).results // { data: 10 }
 *
 * @source Standard practice
 */
export const studyOf = <S extends Settings, D>({ draw, read, run, ...about }: StudyParts<S, D>): Study => ({
  ...about,
  run: (settings, seed, files) => {
    const chosen = settings as S
    const data = files === undefined ? draw(chosen, seed)
      : read?.(files, chosen, seed) ?? refuse('input', about.name, 'no files, for it needs none', `${files.length}`)
    return run({ settings: chosen, data, seed })
  }
})

/**
 * What is read from a file; a refusal begins with its name.
 *
 * @example
 * fromFile({ name: 'a.csv', bytes: Uint8Array.of(49) }, bytes => bytes.length) // 1
 *
 * @source Standard practice
 */
export const fromFile = <A>({ name, bytes }: NamedBytes, read: (bytes: Uint8Array) => A): A =>
  refusedIn(name, () => read(bytes))

/**
 * A file whose name has a word in it, the only one. Refuses none, and more than one, with the names that there are.
 *
 * @example
 * const files = ['train.mat', 'test.mat'].map(name => ({ name, bytes: Uint8Array.of() }))
 * fileWith('moons', files, 'train').name // 'train.mat'
 *
 * @source Standard practice
 */
export const fileWith = (place: string, files: ReadonlyArray<NamedBytes>, word: string): NamedBytes => {
  const [found, ...more] = files.filter(({ name }) => name.includes(word))
  const names = files.map(({ name }) => name).join(', ')
  return found !== undefined && more.length === 0 ? found
    : refuse('input', place, `one file with "${word}" in its name`, names === '' ? 'none' : names)
}
