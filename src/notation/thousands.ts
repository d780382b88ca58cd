import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'

type Atoms = ReadonlyArray<Atom>

/** 204\,864 is one number: groups of three digits after a thin space. */
export const thousands = (tex: string, atoms: Atoms): Atoms => atoms.reduce<Atoms>((done, atom) => {
  const before = done.at(-1)
  const isGroup = before?.kind === 'number' && atom.kind === 'number' && /^\d{1,3}(\d{3})*$/.test(before.text)
    && /^\d{3}(\.\d*)?$/.test(atom.text)
    && tex.slice(before.span.to, atom.span.from) === '\\,'
  return isGroup ? [...done.slice(0, -1), {
    ...atom, text: before.text + atom.text, span: { from: before.span.from, to: atom.span.to }
  }]
    : [...done, atom]
}, [])

const depths: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 }

/** 667,052 outside of brackets may be one number or two, or one with a decimal comma. */
export const refuseCommas = (atoms: Atoms): void => {
  let depth = 0
  atoms.forEach((comma, k) => {
    const [before, after] = [atoms[k - 1], atoms[k + 1]]
    if (comma.kind === 'sign') depth += depths[comma.text] ?? 0
    if (comma.kind !== 'sign' || comma.text !== ',' || depth !== 0 || before?.kind !== 'number'
      || after?.kind !== 'number') return
    const isTouching = before.span.to === comma.span.from && comma.span.to === after.span.from
    if (isTouching && /^\d{1,3}$/.test(before.text) && /^\d{3}(\.|$)/.test(after.text)) {
      complainAt(comma.span, `${before.text}\\,${after.text} or ${before.text}${after.text} for one number`, 'a comma between digits')
    }
  })
}
