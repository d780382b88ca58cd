import { resolve } from 'node:path'
import { didYouMean } from '../prelude/index.js'
import type { Settings } from '../study/index.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { misuse } from './UsageError.js'

const flags = {
  list: { about: 'all experiments, with what each does and reports' },
  seed: { value: 'N', about: 'where all draws begin (1)' },
  data: { value: 'DIR', about: 'a folder of files, in place of drawn data' },
  epochs: { value: 'N', about: 'how long each training is, where there are epochs' },
  set: { value: 'NAME=X', about: 'other settings, by comma: hidden=5,rate=0.2', adds: true },
  full: { about: 'the settings of the document, where those are longer' },
  out: { value: 'DIR', about: 'where page, pictures and checkpoints go (out/NAME)' },
  resume: { about: 'go on from the checkpoints in that folder' },
  'print-every': { value: 'N', about: 'a plain line each so many steps' },
  json: { about: 'the outcome as JSON, and nothing else' },
  help: { about: 'print this' }
} as const

export const trainHelp: string = `usage: lemmata train NAME [options]
       lemmata train --list

Repeats an experiment of the documents: trains, prints what came out and what
the document reports, judges what can be judged, and draws. All of it is in
out/NAME: index.html, the pictures, and for each training its checkpoint
(safetensors) and its metrics (JSON lines). The same seed gives the same bits.

Pictures are SVG files. Each is a PNG file too after
  npm install @resvg/resvg-js@2.6.2 dejavu-fonts-ttf@2.37.3

${describeFlags(flags)}

The exit code is 0, 1 if something is not as the document reports, 2 for misuse,
130 for Ctrl-C; what was trained until then is kept for --resume.
`

export interface TrainOptions {
  readonly name: string
  readonly seed: number
  readonly full: boolean
  readonly out: string
  readonly resume: boolean
  readonly json: boolean
  readonly changed: Readonly<Record<string, number>>
  readonly data?: string
  readonly printEvery?: number
}

/** The options of train, or that its help or its list is wanted. */
export const readTrainOptions = (argv: ReadonlyArray<string>, names: ReadonlyArray<string>): TrainOptions | 'help' | 'list' => {
  const { words: [name], given } = readOptions(argv, flags, 'one EXPERIMENT')
  if (given.help !== undefined) return 'help'
  if (given.list !== undefined) return 'list'
  if (name === undefined) return misuse('needs the name of an experiment; lemmata train --list says all')
  if (!names.includes(name)) return misuse(`there is no experiment ${name}${didYouMean(name, names) || '; lemmata train --list says all'}`)
  return {
    name,
    seed: wholeNumber('--seed', given.seed, 1, [0, 2 ** 32 - 1]),
    full: given.full !== undefined, resume: given.resume !== undefined, json: given.json !== undefined,
    out: resolve(given.out ?? `out/${name}`),
    changed: {
      ...given.set === undefined ? {} : changedIn(given.set),
      ...given.epochs === undefined ? {} : { epochs: wholeNumber('--epochs', given.epochs, 1, [1, 100_000]) }
    },
    ...given.data === undefined ? {} : { data: given.data },
    ...given['print-every'] === undefined ? {}
      : { printEvery: wholeNumber('--print-every', given['print-every'], 1, [1, Number.MAX_SAFE_INTEGER]) }
  }
}

const changedIn = (text: string): Readonly<Record<string, number>> => Object.fromEntries(text.split(',').map(part => {
  const [name = '', value = '', ...more] = part.split('=').map(word => word.trim())
  const number = Number(value)
  return name !== '' && value !== '' && more.length === 0 && Number.isFinite(number) ? [name, number]
    : misuse(`--set takes NAME=NUMBER, several by comma, got ${part}`)
}))

/** The settings of an experiment with those that were changed; only what is one number can be. */
export const changedSettings = (settings: Settings, changed: TrainOptions['changed']): Settings => {
  const known = Object.keys(settings).filter(name => typeof settings[name] === 'number')
  const odd = Object.keys(changed).find(name => !known.includes(name))
  return odd === undefined ? { ...settings, ...changed }
    : Array.isArray(settings[odd]) ? misuse(`${odd} is a list here, which --set cannot change; it changes ${known.join(', ')}`)
    : misuse(`this experiment has no setting ${odd}${didYouMean(odd, known) || `; it has ${known.join(', ') || 'none'}`}`)
}
