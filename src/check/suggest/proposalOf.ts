import type { Term } from '../../notation/index.js'
import { baseOf, type Shape } from './Place.js'
import type { Roles } from './roles.js'
import type { Proposal } from './sentences.js'
import type { Shapes } from './shapes.js'
import { namesIn } from './statements.js'

/** What a name is by its uses, as a declaration, and the use that says so. */
export const proposalOf = (
  name: string, roles: Roles, { dims, of, why, twice }: Shapes, terms: ReadonlyArray<Term>,
  sizeOf: (dim: number) => string
): Proposal => {
  const isMany = (dim: number | undefined): boolean => dim !== undefined && dims.is(dim) === 'many'
  const set = ({ rows, columns }: Partial<Shape> = {}): string => {
    const [r, c] = [rows, columns].map(dim => (isMany(dim) ? sizeOf(dim as number) : '1')) as [string, string]
    return r === '1' && c === '1' ? '\\mathbb{R}'
      : c === '1' ? `\\mathbb{R}^${braced(r)}` : `\\mathbb{R}^{${r} \\times ${c}}`
  }
  const spelled = /^[a-zA-Z]{2,}$/.test(name) ? `\\mathrm{${name}}` : name
  const index = roles.sequences.get(name)
  if (index !== undefined) return {
    declares: `${spelled}^${index} \\in ${set(of.get(`${name}^`))}`, why: `one for each ${index}`
  }
  const [whole, member] = [of.get(name), of.get(`${name}_`)]
  const isMatrix = twice.has(name) || (isMany(whole?.rows) && isMany(whole?.columns))
  if ((isMany(member?.rows) || isMany(member?.columns)) && !isMatrix) {
    const [below = 't'] = terms.flatMap(
      term => (term.kind === 'entry' && baseOf(term) === name ? namesIn(term.at) : [])
    )
    return { declares: `${spelled}_${below} \\in ${set(member)}`, why: `one for each ${below}` }
  }
  const isName = roles.scripted.has(name) ? 'name ' : ''
  if (isMany(whole?.rows) || isMany(whole?.columns)) {
    return { declares: `${isName}${spelled} \\in ${set(whole)}`, why: why.get(name) ?? 'by what stands beside it' }
  }
  const derived = terms.some(term => term.kind === 'derivative' && baseOf(term.of) === name)
  if (derived) return { declares: `${isName}${spelled} \\in \\mathbb{R}`, why:
    `it is derived: better is what it stands for, ${spelled} := ...` }
  const isPositive = isName === '' && terms.some(term => divides(term, name))
  return isPositive ? { declares: `${spelled} > 0`, why: 'a number that divides, or under a root or a logarithm' }
    : { declares: `${isName}${spelled} \\in \\mathbb{R}`, why: 'a number: nothing speaks for more' }
}

/** A size as it stands above. */
export const braced = (size: string): string => (size.length === 1 ? size : `{${size}}`)

/** Whether a name is a factor of a divisor, or stands under a root or a logarithm. */
const divides = (term: Term, name: string): boolean => {
  const isFactor = (part: Term): boolean => {
    switch (part.kind) {
      case 'name': return part.name === name
      case 'call': return part.function === 'sqrt' && part.arguments.some(isFactor)
      case 'binary': return ['add', 'multiply', 'divide'].includes(part.operator)
        ? isFactor(part.left) || isFactor(part.right)
          : part.operator === 'power' && isFactor(part.left)
      default: return false
    }
  }
  return (term.kind === 'binary' && term.operator === 'divide' && isFactor(term.right))
    || (term.kind === 'call' && (term.function === 'sqrt' || term.function === 'log') && term.arguments.some(isFactor))
}
