import type { Atom, NumberAtom } from './Atom.js'
import { closingBars } from './closingBars.js'
import type { Span } from './Span.js'

/**
 * Digits side by side as one number, three dots as one sign, two bars as the bars of a norm, the colon before an equality as one sign with
 * it, and "<" and ">" around two things with a comma between them as angles.
 */
export const merged = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> =>
  angled(scientific(joined(atoms).flatMap(dotted)))

/** "1...3" as what stands around the dots. */
const dotted = (atom: Atom): ReadonlyArray<Atom> => {
  const [, before = '', after = ''] = atom.kind === 'number' ? /^(\d*)\.\.\.(\d*)$/.exec(atom.text) ?? [] : []
  const { from, to } = atom.span
  if (atom.kind !== 'number' || !atom.text.includes('...')) return [atom]
  const number = (text: string, span: Span): ReadonlyArray<Atom> =>
    (text === '' ? [] : [{ kind: 'number', text, span }])
  const [start, end] = [from + before.length, to - after.length]
  const dots: Atom = { kind: 'sign', text: '...', span: { from: start, to: end } }
  return [...number(before, { from, to: start }), dots, ...number(after, { from: end, to })]
}

const joined = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const closing = closingBars(atoms)
  return atoms.reduce<Array<Atom>>((done, atom) => {
    const before = done[done.length - 1]
    const both = before === undefined || closing.has(before) ? undefined : together(before, atom)
    if (both !== undefined) done.pop()
    done.push(both ?? atom)
    return done
  }, [])
}

const pairs: Readonly<Record<string, string>> = { '||': '||', ':=': ':=' }

const together = (a: Atom, b: Atom): Atom | undefined => {
  const span = { from: a.span.from, to: b.span.to }
  if (a.kind === 'number' && b.kind === 'number' && isTouching(a, b)) return { ...a, text: a.text + b.text, span }
  if (a.kind !== 'sign' || b.kind !== 'sign' || a.text.length > 1 || b.text.length > 1) return undefined
  const text = Object.hasOwn(pairs, a.text + b.text) ? pairs[a.text + b.text] : undefined
  return text === undefined ? undefined : { kind: 'sign', text, span }
}

const isTouching = (a: NumberAtom, b: NumberAtom): boolean => a.span.to >= b.span.from

/** 8.02e24 and 1e-5, written without a space, are numbers. */
const scientific = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> =>
  atoms.reduce<ReadonlyArray<Atom>>((done, atom) => {
    const [digits, e, sign] = done[done.length - 1]?.kind === 'sign' ? done.slice(-3) : done.slice(-2)
    const all = [digits, e, ...sign === undefined ? [] : [sign], atom]
    const isOne = atom.kind === 'number' && digits?.kind === 'number' && e?.kind === 'letter' && e.text === 'e'
      && (sign === undefined || (sign.kind === 'sign' && ['+', '-'].includes(sign.text)))
      && all.every((part, k) => k === 0 || part?.span.from === all[k - 1]?.span.to)
    if (!isOne) return [...done, atom]
    const text = `${digits.text}e${sign?.kind === 'sign' ? sign.text : ''}${atom.text}`
    return [...done.slice(0, 1 - all.length), {
      kind: 'number', text, span: { from: digits.span.from, to: atom.span.to }
    }]
  }, [])

const isSign = (atom: Atom | undefined, text: string): boolean => atom?.kind === 'sign' && atom.text === text

const depths: Readonly<Record<string, number>> = {
  '(': 1, '[': 1, '{': 1, '<|': 1, ')': -1, ']': -1, '}': -1, '|>': -1
}

/** Whether these are two things with a comma between them, outside of all brackets, each of which is closed. */
const isPair = (atoms: ReadonlyArray<Atom>): boolean => {
  const signs = atoms.flatMap(atom => (atom.kind === 'sign' ? [atom.text] : []))
  let [depth, commas] = [0, 0]
  return signs.every(text => {
    depth += depths[text] ?? 0
    commas += depth === 0 && text === ',' ? 1 : 0
    return depth >= 0
  }) && depth === 0 && commas === 1
}

const isOperand = (atom: Atom | undefined): boolean =>
  atom !== undefined && atom.kind !== 'prose' && (atom.kind !== 'sign' || ['(', ')'].includes(atom.text))

const angled = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const open = atoms.findIndex(atom => isSign(atom, '<'))
  const close = atoms.findIndex((atom, k) => k > open && (isSign(atom, '<') || isSign(atom, '>')))
  if (open < 0 || !isSign(atoms[close], '>') || !isPair(atoms.slice(open + 1, close))) return atoms
  // "a < 0, b > 0" are two relations
  if (isOperand(atoms[open - 1]) && isOperand(atoms[close + 1])) return atoms
  const as = (text: string, atom: Atom | undefined): ReadonlyArray<Atom> =>
    (atom === undefined ? [] : [{ kind: 'sign', text, span: atom.span }])
  return [
    ...atoms.slice(0, open), ...as('<|', atoms[open]), ...atoms.slice(open + 1, close), ...as('|>', atoms[close]),
    ...angled(atoms.slice(close + 1))
  ]
}
