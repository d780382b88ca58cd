import { given, refuse } from '../../prelude/index.js'

/** What is expected at a place of a line: words, or a number with a name. */
interface Part {
  readonly shown: string
  readonly name: string | undefined
  readonly matches: RegExp
}

/** How a program prints a line: words, and numbers between and after them. */
export interface LinePattern {
  readonly begins: RegExp
  readonly parts: ReadonlyArray<Part>
}

/** What stood in a line, or what was expected at the place where it is not as any pattern has it. Undefined: no pattern begins in it. */
export type LineRead =
  | { readonly tag: 'read'; readonly numbers: Readonly<Record<string, number>> }
  | { readonly tag: 'broken'; readonly expected: string; readonly got: string }
  | undefined

/** The numbers that a hole of this name takes; undefined if there is no such hole. The hole without a name takes any. */
export type HoleKind = 'any' | 'from 0' | 'from 1'

// No digit can be taken by two parts of these, so that a text of any length is left after one try a character.
const kinds: Readonly<Record<HoleKind, { readonly shown: string; readonly text: string }>> = {
  any: { shown: 'a number', text: String.raw`[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?)` },
  'from 0': { shown: 'a whole number', text: String.raw`\d{1,15}` },
  'from 1': { shown: 'a whole number from 1', text: String.raw`[1-9]\d{0,14}` }
}

// What follows the last number must not be more of it: 1,000 and 4/10 are no numbers 1 and 4.
const ends = String.raw`(?!\w|[-+.,/:]\d)`

/** A text as an expression, with any blanks for each of its own. */
const words = (text: string): string => text.trim().split(/\s+/)
  .map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join(String.raw`\s*`)

type Names = (name: string) => HoleKind | undefined

/** The pattern that a text such as `Epoch {epoch}: loss {trainLoss}` means, where `kindOf` says which names there are. */
export const linePattern = (place: string, text: string, kindOf: Names): LinePattern => {
  const pieces = given.text(place, 'a pattern', text).split(/(\{\w*\})/).filter(piece => piece !== '')
  const [first = '', ...rest] = pieces
  const isCrowded = pieces.some((piece, k) => isHole(piece) && isHole(pieces[k + 1] ?? ''))
  if (words(first) === '' || isHole(first) || rest.length === 0 || isCrowded) {
    refuse('input', place, 'patterns such as "loss: {trainLoss}", words before each number', given.kindOf(text))
  }
  return {
    begins: new RegExp(String.raw`(?<!\w)${words(first)}`, 'g'),
    parts: pieces.map((piece, k) => (isHole(piece) ? hole(place, piece, kindOf, k === pieces.length - 1) : {
      shown: JSON.stringify(piece.trim()), name: undefined,
      matches: new RegExp(words(piece) === '' ? String.raw`^\s+` : String.raw`^\s*${words(piece)}\s*`)
    }))
  }
}

const isHole = (piece: string): boolean => /^\{\w*\}$/.test(piece)

const hole = (place: string, piece: string, kindOf: Names, isLast: boolean): Part => {
  const name = piece.slice(1, -1)
  const { shown, text } = kinds[(name === '' ? 'any' : kindOf(name)) ?? refuse('input', place, 'a name that a number may have', piece)]
  return { shown, name, matches: new RegExp(`^(?:${text})${isLast ? ends : ''}`, 'i') }
}

interface Attempt {
  readonly to: number
  readonly numbers: ReadonlyArray<readonly [string, number]>
  /** Which part is missing; undefined if none is. */
  readonly missing: number | undefined
  readonly parts: ReadonlyArray<Part>
}

/** The numbers of a line. Of patterns that begin at one place the one counts that goes furthest. */
export const readLine = (patterns: ReadonlyArray<LinePattern>, line: string): LineRead => {
  const furthest = new Map<number, Attempt>()
  for (const { begins, parts } of patterns) {
    for (const { index } of line.matchAll(begins)) {
      const attempt = attemptAt(line, parts, index)
      const earlier = furthest.get(index)
      if (earlier === undefined || isFurther(attempt, earlier)) furthest.set(index, attempt)
    }
  }
  const counted = [...furthest.values()]
  const broken = counted.find(({ missing }) => missing !== undefined)
  if (broken !== undefined) return brokenAt(line, broken)
  const numbers = counted.flatMap(({ numbers: found }) => found)
  const names = new Set<string>()
  const twice = numbers.find(([name]) => names.size === names.add(name).size)
  return counted.length === 0 ? undefined
    : twice === undefined ? { tag: 'read', numbers: Object.fromEntries(numbers) }
      : { tag: 'broken', expected: `one ${twice[0]} in a line`, got: given.kindOf(line) }
}

const isFurther = (one: Attempt, other: Attempt): boolean =>
  ((one.missing === undefined) === (other.missing === undefined) ? one.to > other.to : one.missing === undefined)

const attemptAt = (line: string, parts: ReadonlyArray<Part>, from: number): Attempt => {
  const numbers: Array<readonly [string, number]> = []
  let to = from
  for (const [k, { name, matches }] of parts.entries()) {
    const [found] = matches.exec(line.slice(to)) ?? []
    if (found === undefined) return { to, numbers, missing: k, parts }
    if (name !== undefined && name !== '') numbers.push([name, valueOf(found)])
    to += found.length
  }
  return { to, numbers, missing: undefined, parts }
}

const brokenAt = (line: string, { parts, missing = 0, to }: Attempt): LineRead => ({
  tag: 'broken', expected: `${parts[missing]?.shown ?? ''} after ${parts[missing - 1]?.shown ?? ''}`,
  got: to === line.length ? 'the end of the line' : given.kindOf(line.slice(to))
})

const valueOf = (text: string): number => {
  const size = /nan/i.test(text) ? NaN : /inf/i.test(text) ? Infinity : Number(text.replace(/^[+-]/, ''))
  return text.startsWith('-') ? -size : size
}
