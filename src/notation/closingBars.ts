import type { Atom } from './Atom.js'

/**
 * The single bars that close what a single bar has opened, in the same brackets: in |a||b| the second and the fourth, so that no norm
 * begins in the middle. Two bars side by side where none is open are those of a norm.
 */
export const closingBars = (atoms: ReadonlyArray<Atom>): ReadonlySet<Atom> => {
  const closing = new Set<Atom>()
  const isOpen = [false]
  const top = (): number => isOpen.length - 1
  const text = (k: number): string => {
    const atom = atoms[k]
    return atom?.kind === 'sign' ? atom.text : ''
  }
  for (let k = 0; k < atoms.length; k++) {
    if (['(', '[', '{'].includes(text(k))) isOpen.push(false)
    else if ([')', ']', '}'].includes(text(k)) && top() > 0) isOpen.pop()
    else if (text(k) === '|') {
      if (isOpen[top()] === true) closing.add(atoms[k] as Atom)
      else if (text(k + 1) === '|') {
        k += 1
        continue
      }
      isOpen[top()] = isOpen[top()] !== true
    }
  }
  return closing
}
