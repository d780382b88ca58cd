import type { Atom } from './Atom.js'
import type { Context } from './Context.js'

const opening: ReadonlyArray<string> = ['(', '[', '{', '<|']

/** Whether a factor begins here: a bar does, unless it closes one that is open. */
export const startsFactor = (context: Context, atom: Atom | undefined): boolean => {
  switch (atom?.kind) {
    case undefined: case 'prose': case 'scripts': return false
    case 'sign': return opening.includes(atom.text) || ((atom.text === '|' || atom.text === '||') && !context.bars.includes(atom.text))
    default: return true
  }
}
