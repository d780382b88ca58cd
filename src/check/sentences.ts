import type { Passage } from './document.js'
import { withCommands } from './macros.js'
import { readable } from './source.js'

/** A formula with a relation, and the words of its sentence around it. */
export interface Spoken {
  readonly passage: Passage
  /** The words since the formula before it, or since the sentence began. */
  readonly before: string
  /** All words since the formula before it, of whole sentences too. */
  readonly since: string
  /** The words up to the next formula, or to the end of the sentence. */
  readonly after: string
  /** Numbers of the sentence, the paragraph and the section in which it stands. */
  readonly sentence: number
  readonly paragraph: number
  readonly section: number
}

/** Whether both stand in the same sentence. */
export const areOneSentence = (a: Spoken | undefined, b: Spoken | undefined): boolean =>
  a !== undefined && b !== undefined && a.sentence === b.sentence

const relation = /[=<>≤≥≠∈]|\\(?:[lg](?:e|t|eq|eqslant)|neq?|in)(?![a-zA-Z])/

/** The formulas of a document that say something, in order; names alone are words of their sentence. */
export const spokenIn = (document: string, passages: ReadonlyArray<Passage>): ReadonlyArray<Spoken> => {
  const text = readable(document)
  const isSaid = ({ kind, text: tex, macros, words }: Passage): boolean =>
    kind === 'display' || words !== undefined || (kind === 'inline' && relation.test(withCommands(tex, macros)))
  const kept = passages.filter(passage => passage.kind === 'heading' || isSaid(passage))
  return kept.reduce<ReadonlyArray<Spoken>>((all, passage, k) => {
    if (passage.kind === 'heading') return all
    const previous = all[all.length - 1]
    const last = previous?.passage
    const gap = text.slice(last?.span.to ?? 0, passage.span.from)
    const found = breakIn(gap, last, passage)
    const isHeaded = kept[k - 1]?.kind === 'heading'
    const count = (of: 'sentence' | 'paragraph' | 'section', isNext: boolean): number =>
      (previous?.[of] ?? 0) + (isNext ? 1 : 0)
    const spoken: Spoken = {
      passage, before: gap.slice(found.at), since: gap,
      after: firstOf(text.slice(passage.span.to, kept[k + 1]?.span.from)),
      sentence: count('sentence', isHeaded || found.kind !== 'none'),
      paragraph: count('paragraph', isHeaded || found.kind === 'paragraph'),
      section: count('section', isHeaded)
    }
    return [...all, spoken]
  }, [])
}

type Break = 'sentence' | 'paragraph' | 'none'

const paragraphs = /\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+[.)])[ \t]|\\(?:item|par)(?![a-zA-Z])|\\(?:begin|end)\{|\n[ \t]*\|/g
// "i.e. x = 1" does not end a sentence, and neither does what goes on with a small letter
const short =
  '(?<!\\b(?:i\\.e|e\\.g|s\\.t|w\\.r\\.t|[Ww]\\.l\\.o\\.g|[Cc]f|resp|[Ee]qs?|[Ff]ig|[Ss]ec|[Tt]hm|[Nn]o|[Cc]ase (?:\\d+|[IVXa-d]+)))'
const sentences = new RegExp(`${short}[.!?][)\\]"'*]*(?=\\s+[^a-z\\s]|\\s*$)\\s*`, 'g')

const lastOf = (found: ReadonlyArray<Readonly<RegExpExecArray>>): number => {
  const last = found[found.length - 1]
  return last === undefined ? -1 : last.index + last[0].length
}

/** What the words between two formulas end. A display that is set off by empty lines goes on with the sentence around it. */
const breakIn = (
  gap: string, last: Passage | undefined, next: Passage
): { readonly kind: Break; readonly at: number } => {
  const isOpen = !/[.!?]\s*$/.test(gap.trimEnd()) && gap.trim() !== ''
  const head = last?.kind === 'display' && /^\s*[,;]?\s*[a-z]/.test(gap) ? gap.length - gap.trimStart().length : 0
  const tail = next.kind === 'display' && isOpen ? gap.trimEnd().length : gap.length
  const inner = `${' '.repeat(head)}${gap.slice(head, tail)}${gap.slice(tail).replace(/\n/g, ' ')}`
  const paragraph = lastOf([...inner.matchAll(paragraphs)])
  const isEnded = last?.kind === 'display' && /\.\s*(?:\\(?:tag|label)\{[^{}]*\}\s*)*(?:\\end\{[a-z]+\*?\}\s*)*$/.test(
    last.text
  ) && !/^\s*,?\s*[a-z]/.test(gap)
    || (last?.kind === 'display' && /^\s*[A-Z][a-z]/.test(gap))
  const sentence = lastOf([...inner.matchAll(sentences)])
  const at = Math.max(paragraph, sentence, 0)
  return { kind: paragraph >= 0 ? 'paragraph' : sentence >= 0 || isEnded ? 'sentence' : 'none', at }
}

/** The words up to the end of the sentence. */
const firstOf = (gap: string): string => {
  const [end] = [...gap.matchAll(sentences), ...gap.matchAll(paragraphs)].map(({ index }) => index).sort(
    (a, b) => a - b
  )
  return end === undefined ? gap : `${gap.slice(0, end)}.`
}
