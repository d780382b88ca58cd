import { type Claim, claim, erratum, expectations, type Expects, type Form } from '../claim/index.js'
import { refuse } from '../prelude/index.js'
import { lineAt, type Passage, passagesOf } from './document.js'
import { executed } from './executed.js'
import { levelOf } from './sections.js'
import { blank } from './source.js'
import { type Tight, tightnesses } from './tightened.js'

/** What a page of claims says of itself. */
export interface Page {
  /** What the ids of its claims begin with. */
  readonly id: string
  readonly source: string
}

/**
 * The claims of a page in Markdown. A display whose first line is a comment, % lemmata: square; ROW-1 ROW-2; proved,
 * with its name, the rows that it settles and the weakest evidence that will do, is one. Its title is the sentence before
 * it, or the heading, where that sentence is long or has a formula. Two displays of one name, of which one says printed
 * and the other right, are an erratum. A declaration that is not understood leaves
 * the claims after it undecided. A fourth entry says how tight each \le and \ge
 * in it is: attained, or loose.
 *
 * @example
 * const block = '```lemmata\nx, y \\in \\mathbb{R}\n```\n'
 * const page = `# A square\n${block}$$ % lemmata: square; ; proved\n(x + y)^2 = x^2 + 2xy + y^2$$\n`
 * const claims = claimsOfDocument(page, { id: 'algebra', source: 'algebra' })
 * claims.map(({ id }) => id) // ['algebra/square']
 * claims.map(({ judge }) => judge({ seed: 1, runs: 100, cancelled: () => false }).verdict) // ['proved']
 */
export const claimsOfDocument = (text: string, { id, source }: Page): ReadonlyArray<Claim> => {
  const passages = passagesOf(text)
  const headings = passages.filter(({ kind }) => kind === 'heading')
  const displays = passages.flatMap(passage => namedIn(text, passage))
  const names = [...new Set(displays.map(({ name }) => name))]
  const form = ({ passage, tex, tight }: Named): Form => {
    const kept = withOnly(text, [...inForce(passages, passage), ...chainTo(passages, passage)])
    return { text: tex, tex, judge: executed(kept, { which: passage, tight }) }
  }
  return names.map(name => {
    const [shown, other, more] = displays.filter(display => display.name === name).sort(rightFirst)
    const isErratum = shown?.expects === 'right' && other?.expects === 'printed'
    if (shown === undefined || more !== undefined || (other !== undefined && !isErratum)
      || (other === undefined && !isExpectation(shown.expects))) {
      return refuse('input', 'a page', `one display named ${name}, or one that is printed and one that is right`,
        displays.filter(display => display.name === name).map(({ expects }) => expects).join(', '))
    }
    const { rows, tex, passage, expects, tight } = shown
    const before = inForce(passages, passage).map(block => block.text.trim()).join('\n')
    const about = {
      id: `${id}/${name}`, source,
      title: sentenceBefore(text, passage) ?? headingOf(text, headings.filter(({ at }) => at < passage.at).at(-1)),
      rows: [...new Set([...rows, ...other?.rows ?? []])], statement: tex,
      executed: { given: before, bound: {}, ...tight === undefined ? {} : { tight } }
    }
    return other !== undefined ? erratum(about, { printed: form(other), corrected: form(shown) })
      : claim(isExpectation(expects) ? { ...about, expects } : about, form(shown).judge)
  })
}

/** A display with a name, and what it says of itself. */
interface Named {
  readonly name: string
  readonly rows: ReadonlyArray<string>
  readonly expects: Expects | 'printed' | 'right'
  readonly tight: ReadonlyArray<Tight> | undefined
  readonly passage: Passage
  /** What it states, without that. */
  readonly tex: string
}

const rightFirst = (a: Named, b: Named): number => Number(b.expects === 'right') - Number(a.expects === 'right')

const isExpectation = (expects: Named['expects']): expects is Expects => expectations.some(known => known === expects)

/** % lemmata: NAME; ROWS; EXPECTED, at the end of the line with which a display begins. */
const header = /^(\s*(?:\\begin\{[a-z]+\*?\}(?:\{\d+\})?)?[ \t]*)%[ \t]*lemmata:([^\n]*)\n/

/** Up to the end of its line; \% is none, and \\% is one after the end of a row. */
const comment = /(?<=(?<!\\)(?:\\\\)*)%[^\n]*/g

const namedIn = (text: string, passage: Passage): ReadonlyArray<Named> => {
  const [all = '', beginning = '', said] = passage.kind === 'display' ? header.exec(passage.text) ?? [] : []
  if (said === undefined) return []
  const [name = '', rows = '', expects = '', fourth, ...more] = said.split(';').map(part => part.trim())
  const isKnown = isExpectation(expects as Named['expects']) || expects === 'printed' || expects === 'right'
  const tight = fourth?.split(/\s+/).map(word => tightnesses.find(known => known === word))
  const isTight = tight === undefined || (!tight.includes(undefined) && expects !== 'printed')
  if (more.length > 0 || !isKnown || !isTight || !/^[a-z][a-z0-9-]*$/.test(name)) {
    const line = text.slice(0, passage.at).split('\n').length
    return refuse('input', `line ${line} of a page`,
      `% lemmata: name; ROW-1 ROW-2; ${expectations.join(', ')}, printed or right; attained or loose, for \\le and \\ge`, said.trim())
  }
  const tex = `${beginning}${passage.text.slice(all.length)}`.replace(comment, '').trim().replace(/\s+/g, ' ')
  return [{
    name, rows: rows.split(/[\s,]+/).filter(row => row !== ''), expects: expects as Named['expects'], passage, tex,
    tight: tight as ReadonlyArray<Tight> | undefined
  }]
}

/**
 * The page with spaces in place of all else: what is judged is a statement with the declarations that are told, whatever
 * the prose supposes.
 */
const withOnly = (text: string, kept: ReadonlyArray<Passage>): string =>
  kept.reduce((known, { span: { from, to } }) =>
    known.slice(0, from) + text.slice(from, to) + known.slice(to), blank(text))

/** A display with those before it that it goes on from, if it begins with a relation. */
const chainTo = (passages: ReadonlyArray<Passage>, display: Passage): ReadonlyArray<Passage> => {
  const displays = passages.slice(0, 1 + passages.indexOf(display)).filter(({ kind }) => kind === 'display')
  const begins = displays.findLastIndex(({ text }) => !/^\s*(?:&\s*)?(?:[=<>]|\\[lg]e?q?(?![a-z]))/.test(text.replace(header, '$1')))
  return displays.slice(Math.max(0, begins))
}

/** The blocks before a display whose sections have not ended there. */
const inForce = (passages: ReadonlyArray<Passage>, display: Passage): ReadonlyArray<Passage> =>
  passages.slice(0, passages.indexOf(display)).reduce<ReadonlyArray<Passage>>((open, passage) => {
    if (passage.kind === 'declarations') return [...open, passage]
    if (passage.kind !== 'heading') return open
    const ended = open.findIndex(one => one.kind === 'heading' && levelOf(one.text) >= levelOf(passage.text))
    return [...ended < 0 ? open : open.slice(0, ended), passage]
  }, []).filter(({ kind }) => kind === 'declarations')

const headingOf = (text: string, heading: Passage | undefined): string =>
  (heading === undefined ? 'A page' : lineAt(text, heading.at).replace(/^#+\s*/, '').trim())

/** The last sentence of the paragraph before a display, where it can be a title: short, and without a formula. */
const sentenceBefore = (text: string, { span }: Passage): string | undefined => {
  const paragraph = text.slice(0, span.from).trimEnd().split(/\n\s*\n/).at(-1) ?? ''
  const sentence = paragraph.replace(/\s+/g, ' ').trim().split(/(?<=[.:;]) (?=[A-Z])/).at(-1)?.replace(/[.:;,]$/, '') ?? ''
  return /^[A-Z]/.test(sentence) && sentence.length <= 100 && !/[$`\\#]/.test(sentence) ? sentence : undefined
}
