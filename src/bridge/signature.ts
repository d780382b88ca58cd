import { refuse } from '../prelude/index.js'

/** What stands at a place of a signature: a name, a number, or a record of such by keys. */
export type Slot =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'record'; readonly of: Readonly<Record<string, Slot>> }

/** A function of Python as a contract writes it: `f(x, {eps: eps}) -> out, cache`, or a method: `Net(D, H, C).loss(X) -> scores`. */
export interface Signature {
  readonly name: string
  readonly arguments: ReadonlyArray<Slot>
  readonly results: ReadonlyArray<Slot>
  /** The class of a method, and what it is made with. */
  readonly of?: { readonly name: string; readonly arguments: ReadonlyArray<Slot> }
}

/** The names that stand at places of a signature, in records too. */
export const namesIn = (slots: ReadonlyArray<Slot>): ReadonlyArray<string> => slots.flatMap(slot =>
  slot.kind === 'name' ? [slot.name] : slot.kind === 'record' ? namesIn(Object.values(slot.of)) : [])

/** The name under which it is asked for: `conv_forward_naive`, `Net.loss`. */
export const nameOf = ({ name, of }: Signature): string => (of === undefined ? name : `${of.name}.${name}`)

/** What a function gives back under this name is opaque, and stays in Python. */
export const isKept = (slot: Slot): boolean => slot.kind === 'name' && slot.name === 'cache'

type Tokens = ReadonlyArray<string>

/** Something that was read, and what is left. */
type Read<A> = readonly [A, Tokens]

/**
 * Reads a signature. Names are what a case has, or a word as it stands; results have names of their own, and `cache` stays in Python.
 *
 * @example
 * readSignature('f(x, {eps: 1e-5}) -> out, cache').arguments[1] // { kind: 'record', of: { eps: { kind: 'number', value: 0.00001 } } }
 */
export const readSignature = (text: string): Signature => {
  const tokens = text.match(/->|[A-Za-z_]\w*|-?\d+\.?\d*(?:[eE][-+]?\d+)?|\S/g) ?? []
  const wrong = (rest: Tokens, expected: string): never =>
    refuse('input', `the signature ${text.trim() === '' ? 'without a word' : text}`, expected, rest[0] ?? 'its end')
  const expect = (token: string, rest: Tokens): Tokens => (rest[0] === token ? rest.slice(1) : wrong(rest, token))
  const word = (rest: Tokens, what: string): Read<string> =>
    (/^[A-Za-z_]/.test(rest[0] ?? '') ? [rest[0] as string, rest.slice(1)] : wrong(rest, what))

  const slot = (rest: Tokens): Read<Slot> => {
    if (rest[0] === '{') return record(rest.slice(1))
    if (/^-?\d/.test(rest[0] ?? '')) return [{ kind: 'number', value: Number(rest[0]) }, rest.slice(1)]
    const [name, after] = word(rest, 'a name, a number or { key: name, ... }')
    return [{ kind: 'name', name }, after]
  }
  const record = (rest: Tokens, of: Readonly<Record<string, Slot>> = {}): Read<Slot> => {
    if (rest[0] === '}') return [{ kind: 'record', of }, rest.slice(1)]
    const [key, afterKey] = word(rest, 'a key or }')
    const [value, after] = afterKey[0] === ':' ? slot(afterKey.slice(1)) : [{ kind: 'name', name: key } as const, afterKey]
    const next = { ...of, [key]: value }
    return after[0] === ',' ? record(after.slice(1), next) : [{ kind: 'record', of: next }, expect('}', after)]
  }
  const list = (rest: Tokens): Read<ReadonlyArray<Slot>> => {
    const [first, after] = slot(rest)
    if (after[0] !== ',') return [[first], after]
    const [others, end] = list(after.slice(1))
    return [[first, ...others], end]
  }
  const inBrackets = (rest: Tokens): Read<ReadonlyArray<Slot>> => {
    const inside = expect('(', rest)
    if (inside[0] === ')') return [[], inside.slice(1)]
    const [slots, after] = list(inside)
    return [slots, expect(')', after)]
  }

  const [first, afterFirst] = word(tokens, 'the name of a function')
  const [given, afterGiven] = inBrackets(afterFirst)
  const isMethod = afterGiven[0] === '.'
  const [name, afterName] = isMethod ? word(afterGiven.slice(1), 'the name of a method') : [first, afterGiven]
  const [own, afterOwn] = isMethod ? inBrackets(afterName) : [given, afterGiven]
  const [results, end] = list(expect('->', afterOwn))
  if (end.length > 0) wrong(end, 'its end')
  return { name, arguments: own, results, ...isMethod ? { of: { name: first, arguments: given } } : {} }
}
