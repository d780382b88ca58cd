import type { Atom } from './Atom.js'

/**
 * Atoms as the name that they spell: "\\mathbf{w}", "*", "i,j".
 *
 * @example
 * spelling(texAtoms('i,j').right) // 'i,j'
 */
export const spelling = (atoms: ReadonlyArray<Atom>): string => atoms.map(spellingOf).join('')

const spellingOf = (atom: Atom): string => {
  switch (atom.kind) {
    case 'number': case 'letter': case 'word': return atom.text
    case 'prose': return atom.text.trim()
    case 'sign': return atom.text === ' ' ? '' : atom.text
    case 'group': return spelling(atom.atoms)
    case 'scripts': return scripted('', atom.below, atom.above)
    case 'fraction': return `(${spelling(atom.numerator)})/(${spelling(atom.denominator)})`
    case 'root': return `root(${spelling(atom.body)})`
    case 'rows': return 'rows'
  }
}

/**
 * A name with what stands below and above it: "W_i", "w^*", "x_{ij}^{(1)}".
 *
 * @example
 * scripted('W', texAtoms('i').right) // 'W_i'
 */
export const scripted = (base: string, below: ReadonlyArray<Atom> = [], above: ReadonlyArray<Atom> = []): string =>
  `${base}${below.length > 0 ? `_${braced(spelling(below))}`
    : ''}${above.length > 0 ? `^${braced(spelling(above))}` : ''}`

const braced = (text: string): string => ([...text].length === 1 || /^\\[a-zA-Z]+$/.test(text) ? text : `{${text}}`)
