import { type Scope, withMacros } from '../notation/index.js'
import { attempt, isLeft, largest } from '../prelude/index.js'
import { declared } from './declarations.js'
import { passagesOf } from './document.js'
import { namesOf } from './suggest/names.js'
import { provisional, rolesOf } from './suggest/roles.js'
import { declaredBySentences, type Proposal, sizesSaid } from './suggest/sentences.js'
import { shapesOf } from './suggest/shapes.js'
import { statementsOf } from './suggest/statements.js'

/**
 * A draft of the declarations that a document needs: what its sentences say, and for each name that nothing declares what its uses suggest,
 * with the reason after %. It is a proposal, for a person to correct: nothing is judged by it before it stands in the document.
 *
 * @example
 * suggested('Let $a \\in \\mathbb{R}$.') // 'a \\in \\mathbb{R}  % line 1 says "$a \\in \\mathbb{R}$"'
 */
export const suggested = (document: string): string => {
  const before = declaredIn(document)
  const sentences = declaredBySentences(document, before)
  const spoken = new Map([...sizesSaid(document), ...sentences.sizes].filter(([name]) => !before.has(name)))
  const known = takenInto(before, [...sizes(spoken), ...sentences.proposals]).scope
  const first = statementsOf(document, known)
  const roles = rolesOf(first, known)
  const said = statementsOf(document, provisional(first, known, roles))
  const names = namesOf(said, known, roles, shapesOf(said, known, roles))
  const { taken, left } = takenInto(before, [
    ...sizes(new Map([...spoken, ...names.sizes]), names.fromTwo), ...sentences.proposals, ...names.proposals,
    ...names.functions
  ])
  const width = Math.min(40, largest(taken.map(({ declares }) => declares.length)))
  const nothing = taken.length + left.length + names.remarks.length === 0
  return nothing ? '% every name is declared' : [
    ...taken.map(({ declares, why }) => `${declares.padEnd(width)}  % ${why}`),
    ...left.map(({ declares }) => `% ${declares}: this cannot be read`), ...names.remarks.map(remark => `% ${remark}`)
  ].join('\n')
}

/** What the document itself declares. */
const declaredIn = (document: string): Scope =>
  passagesOf(document).reduce<Scope>((before, { kind, text, macros }) =>
    (kind === 'declarations' ? text.split('\n') : []).reduce<Scope>((scope, line) => {
      const next = attempt(() => declared(scope, line))
      return isLeft(next) ? scope : next.right
    }, withMacros(before, macros)), new Map())

/** Few where there are many, as each is tried with each. */
const sizes = (all: ReadonlyMap<string, string>, fromTwo: ReadonlySet<string> = new Set()): ReadonlyArray<Proposal> =>
  [...all].map(([name, why]) =>
    ({ declares: `sizes ${name} = ${fromTwo.has(name) ? '2..3' : all.size > 2 ? '1..2' : '1..3'}`, why }))

interface Taken {
  readonly scope: Scope
  readonly taken: ReadonlyArray<Proposal>
  readonly left: ReadonlyArray<Proposal>
}

/** Takes the proposals that can be read into a scope, in order. */
const takenInto = (scope: Scope, proposals: ReadonlyArray<Proposal>): Taken =>
  proposals.reduce<Taken>((known, proposal) => {
    const next = attempt(() => declared(known.scope, proposal.declares))
    return isLeft(next) ? { ...known, left: [...known.left, proposal] }
      : { ...known, scope: next.right, taken: [...known.taken, proposal] }
  }, { scope, taken: [], left: [] })
