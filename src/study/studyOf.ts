import { attempt, isLeft, refuse } from '../prelude/index.js'
import type { AboutStudy, NamedBytes, Outcome, Settings, Steps, Study } from './Study.js'

/** An experiment whose data can be drawn, or read from files. */
export interface StudyParts<S extends Settings, D> extends AboutStudy<S> {
  readonly draw: (settings: S, seed: number) => D
  readonly read?: (files: ReadonlyArray<NamedBytes>, settings: S, seed: number) => D
  readonly run: (given: { readonly settings: S; readonly data: D; readonly seed: number }) => Steps<Outcome>
}

/** An experiment as data: what it says of itself, where its data come from, and how it goes. */
export const studyOf = <S extends Settings, D>({ draw, read, run, ...about }: StudyParts<S, D>): Study => ({
  ...about,
  run: (settings, seed, files) => {
    const chosen = settings as S
    const data = files === undefined ? draw(chosen, seed)
      : read?.(files, chosen, seed) ?? refuse('input', about.name, 'no files, for it needs none', `${files.length}`)
    return run({ settings: chosen, data, seed })
  }
})

/** What is read from a file; a refusal begins with its name. */
export const fromFile = <A>({ name, bytes }: NamedBytes, read: (bytes: Uint8Array) => A): A => {
  const found = attempt(() => read(bytes))
  if (!isLeft(found)) return found.right
  const { tag, place, expected, got } = found.left
  return refuse(tag, `${name}: ${place}`, expected, got)
}

/** A file whose name has a word in it, the only one. */
export const fileWith = (place: string, files: ReadonlyArray<NamedBytes>, word: string): NamedBytes => {
  const [found, ...more] = files.filter(({ name }) => name.includes(word))
  const names = files.map(({ name }) => name).join(', ')
  return found !== undefined && more.length === 0 ? found
    : refuse('input', place, `one file with "${word}" in its name`, names === '' ? 'none' : names)
}
