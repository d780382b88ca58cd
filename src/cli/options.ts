import { parseArgs } from 'node:util'
import { didYouMean, largest, wrap } from '../prelude/index.js'
import { misuse } from './UsageError.js'

/** A flag of a command. With `value` it takes one, named as the help names it. */
export interface Flag {
  readonly value?: string
  readonly about: string
  /** Where it is given more than once all its values count, by comma; of another flag the last does. */
  readonly adds?: boolean
}

export type Flags = Readonly<Record<string, Flag>>

export interface Parsed<F extends Flags> {
  readonly words: ReadonlyArray<string>
  readonly given: { readonly [K in keyof F]?: string }
}

/** Reads a command line strictly: every flag known, with a value where it takes one. */
export const readOptions = <F extends Flags>(
  argv: ReadonlyArray<string>, flags: F,
  allowed: 'no PATTERN' | 'at most one PATTERN' | 'one EXPRESSION, quoted' | 'one EXPERIMENT'
  | 'one FILE' | 'one DOCUMENT or ROW' | 'any NAMES'
): Parsed<F> => {
  const options = Object.fromEntries(Object.entries(flags).map(([name, { value }]) =>
    [name, { type: value === undefined ? 'boolean' as const : 'string' as const }]))
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const words = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  const all = tokens.flatMap(token => (token.kind === 'option' ? [readFlag(flags, token)] : []))
  const given = all.map(([name, value]): readonly [string, string] => [
    name, flags[name]?.adds === true ? all.flatMap(([other, one]) => (other === name ? [one] : [])).join(',') : value
  ])
  const extra = allowed === 'any NAMES' ? undefined : words[allowed === 'no PATTERN' ? 0 : 1]
  if (extra !== undefined) return misuse(`takes ${allowed}, got ${words.join(' ')}`)
  return { words, given: Object.fromEntries(given) as Parsed<F>['given'] }
}

interface Token {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
}

const readFlag = (flags: Flags, { name, rawName, value }: Token): readonly [string, string] => {
  const known = Object.keys(flags).map(n => `--${n}`)
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (flag === undefined) return misuse(
    `unknown flag ${rawName}${didYouMean(rawName, known) || `; known are ${known.join(' ')}`}`
  )
  if (flag.value === undefined) return value === undefined ? [name, 'yes']
    : misuse(`${rawName} takes no value, got ${value}`)
  const missing = value === undefined || value === '' || value.startsWith('--')
  return missing ? misuse(`${rawName} needs a value: ${rawName} ${flag.value}`) : [name, value]
}

/** A whole number from a flag, or its default. */
export const wholeNumber = (
  flag: string, text: string | undefined, usual: number, [least, most]: readonly [number, number]
): number => {
  if (text === undefined) return usual
  const value = Number(text)
  return /^[-+]?\d+$/.test(text) && value >= least && value <= most ? value
    : misuse(`${flag} must be a whole number from ${least} to ${most}, got ${text}`)
}

/** The flags of a command, each with what it is for, for its help. */
export const describeFlags = (flags: Flags): string => {
  const rows = Object.entries(flags).map(
    ([name, { value, about }]) => ({ flag: ['--' + name].concat(value ?? []).join(' '), about })
  )
  const width = largest(rows.map(({ flag }) => flag.length))
  return rows.map(({ flag, about }) => wrap(about, `  ${flag.padEnd(width)}  `, ' '.repeat(width + 4))).join('\n')
}
