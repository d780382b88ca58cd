import type { Atom, NumberAtom } from './Atom.js'

/** Digits side by side as one number, two bars as the bars of a norm, and the colon before an equality as one sign with it. */
export const merged = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> =>
  atoms.reduce<Array<Atom>>((done, atom) => {
    const before = done[done.length - 1]
    const joined = before === undefined ? undefined : together(before, atom)
    if (joined !== undefined) done.pop()
    done.push(joined ?? atom)
    return done
  }, [])

const pairs: Readonly<Record<string, string>> = { '||': '||', ':=': ':=' }

const together = (a: Atom, b: Atom): Atom | undefined => {
  const span = { from: a.span.from, to: b.span.to }
  if (a.kind === 'number' && b.kind === 'number' && isTouching(a, b)) return { ...a, text: a.text + b.text, span }
  if (a.kind !== 'sign' || b.kind !== 'sign' || a.text.length > 1 || b.text.length > 1) return undefined
  const text = Object.hasOwn(pairs, a.text + b.text) ? pairs[a.text + b.text] : undefined
  return text === undefined ? undefined : { kind: 'sign', text, span }
}

const isTouching = (a: NumberAtom, b: NumberAtom): boolean => a.span.to >= b.span.from
