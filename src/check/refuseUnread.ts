import type { Atom, Scope } from '../notation/index.js'
import { isKnownFunction, plainName } from '../notation/index.js'
import { isLeft, refuse } from '../prelude/index.js'
import type { Passage } from './document.js'
import { atomsIn } from './environments.js'
import type { Line } from './Line.js'

const connecting = new Set('if for all any every each where when whenever with and such that provided otherwise else'.split(' '))

/** Words beside a formula that say under which conditions it holds, or are the name of something. */
const isRead = (scope: Scope) => (words: string): boolean => scope.has(words.trim()) || isKnownFunction(words.trim())
  || words.replace(/[.,;:]/g, ' ').trim().split(/\s+/).every(word => word === '' || connecting.has(word))

const wordsIn = (atoms: ReadonlyArray<Atom>): ReadonlyArray<string> => atoms.flatMap(atom => {
  switch (atom.kind) {
    case 'prose': return [atom.text]
    case 'group': return wordsIn(atom.atoms)
    case 'rows': return atom.rows.flat().flatMap(wordsIn)
    default: return []
  }
})

/**
 * Refuses a statement that says more in print than is judged: words beside it such as "is false", a number that is none, and commands whose
 * meaning stands elsewhere.
 */
export const refuseUnread = ({ text, macros }: Passage, scope: Scope): void => {
  const [command] = Object.keys(macros)
  if (command !== undefined) refuse('input', 'a statement', 'no commands of a document: in print they stand for nothing', command)
  const [, tag] = /\\tag\*?\{([^{}]*)\}/.exec(text) ?? []
  if (tag !== undefined && !/^\(?\w+(?:[.-]\w+)*\)?$/.test(tag)) refuse('input', 'a statement', 'a number as its tag', tag)
  const [colour] = /\\(?:text)?color(?:box)?(?![a-zA-Z])/.exec(text) ?? []
  if (colour !== undefined) refuse('input', 'a statement', 'no colours, which may hide what is read', colour)
  const atoms = atomsIn(text, macros)
  const words = isLeft(atoms) ? undefined : wordsIn(atoms.right).find(said => !isRead(scope)(said))
  if (words !== undefined) {
    refuse('input', 'a statement', 'no words but those before conditions: if, for all, where', `"${words.trim()}", which is not judged`)
  }
}

/** Refuses a statement that gives a name another meaning than it has where the statement begins. */
export const refuseRedefined = (lines: ReadonlyArray<Line>, scope: Scope): void => {
  const known = new Set([...scope.keys()].map(plainName))
  lines.forEach(({ kind, reason = '' }) => {
    const [, name] = kind === 'definition' ? /^defines ([^([{, ]+)/.exec(reason) ?? [] : []
    if (name !== undefined && known.has(name)) refuse('input', 'a statement', `${name} as it is declared`, 'one that defines it anew')
  })
}
