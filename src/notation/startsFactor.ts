import type { Atom, ProseAtom } from './Atom.js'
import { type Context, isKnown } from './Context.js'
import { functionNamed } from './functions.js'

const opening: ReadonlyArray<string> = ['(', '[', '{', '<|', '⌊', '⌈']

/** Whether a factor begins here: a bar does, unless it closes one that is open. */
export const startsFactor = (context: Context, atom: Atom | undefined): boolean => {
  switch (atom?.kind) {
    case undefined: case 'scripts': return false
    case 'prose': return isWord(context, atom)
    case 'sign': return opening.includes(atom.text)
      || ((atom.text === '|' || atom.text === '||') && !context.bars.includes(atom.text))
    default: return true
  }
}

/** \\text{ReLU}, \\text{loss}: words of a sentence that are the name of a function, or declared. */
export const isWord = (context: Context, { text }: ProseAtom): boolean =>
  isKnown(context, text) || functionNamed(text) !== undefined
