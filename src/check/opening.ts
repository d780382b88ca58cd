/** How a condition is announced: for a case, as an assumption that goes on, or as the limits of a name. */
export interface Opening {
  readonly kind: 'case' | 'assumption' | 'limit'
  /** Whether it says that the condition holds. "Unless", "only if", "for some" and "or" do not. */
  readonly isPlain: boolean
  /** Whether it is an equation to be solved, as after "set": it reaches as far as no other words come. */
  readonly isSolved?: boolean
  /** The words before it, since the formula before it or since the sentence began. */
  readonly lead: string
}

const acts = 'then|hence|so|thus|therefore|gets?|gives?|yields?|obtains?|expand|compute|use|apply|substitute|simplify|rewrite|by|of|to|and|or'
  + '|shows?|proves?|verify|check|note|derive|recall|remind|convince|conclude|deduce|observe|from'
const filler = (most: number): string =>
  `((?:(?!(?:${acts})\\b)(?:[a-z'’-]+|\\$[^$\\n]*\\$|\\\\\\([^)\\n]*\\\\\\))\\s+){0,${most}})`

const cases = new RegExp(
  `\\b(iff|if|when|whenever|unless|provided|assuming|supposing|given|(?:as|so) (?:long|soon) as|in case|in the case|on condition|under the (?:condition|assumption))\\s+${filler(5)}$`, 'i'
)
const assumptions = new RegExp(
  `\\b(let|lets|let's|letting|suppose|assume|set|setting|take|taking|fix|choose|choosing|pick|put|putting)\\s+${filler(4)}$`, 'i'
)
const name = '(?:\\$[^$\\n]*\\$|\\\\\\([^)\\n]*\\\\\\))'
const chosen = new RegExp('\\b(?:let|suppose|assume|take|fix|choose|pick|set)\\b[^.]*\\bsuch that\\s+$'
  + `|\\b(?:let|take|fix|choose|pick)\\s+(?:[a-z]+\\s+){0,3}${name}(?:\\s+be(?:\\s+[a-z]+){1,4})?,?\\s+with\\s+$`, 'i')
const kinds =
  'numbers?|values?|steps?|step-?sizes?|sizes?|learning|rates?|constants?|scalars?|parameters?|coefficients?|integers?|points?'
const limits =
  new RegExp(`\\b(where|for|with|at)\\s+((?:(?:all|any|every|each|some|a|an|the|fixed|arbitrary|given|real|positive|negative|nonnegative`
    + `|large|small|big|most|almost|no|enough|sufficiently|which|that|${kinds}|${name}(?:,? and|,(?= (?:all|any|every|each) )))\\s+)*)$`, 'i')
// what is not for all values
const partly = /\b(?:some|large|small|big|most|almost|no|enough|sufficiently)\b/i
// of x > 1, but not of x^2 > x
const considered =
  /\b(?:consider(?:ing)?|wlog|w\.l\.o\.g\.?|restrict(?:ing)?(?: ourselves)? to)\s+(?:(?:now|only|the case|any|all)\s+)*$/i
const existing = /\bthere\s+(?:is|are|exists?)\s+(?:[a-z]+\s+){0,3}$/i
// "Case 1: x > 0.", "the case x > 0"
const headed = /\b(?:sub)?case(?:\s+(?:\d+|[ivx]+|[a-d]))?[\s:.)(,*_–-]+$/i
const few = /\b(?:such that|subject to)\s+$/i
// "together with x > 1" is no limit, and "we check if x > 1" no case
const asides = /\b(?:together|along|combined?|combining|compar\w+|agrees?|starts?|begins?|ends?|contradict\w*|as)\s+$/i
const asked =
  /\b(?:only|even|not|as|asks?|checks?|see|tests?|verify|decides?|determines?|know|wonder|tell|find out)\s+$/i
// "without assuming", "we do not suppose", "unlike the case", but "without loss of generality let"
const dropped = new RegExp(
  '\\b(?:not|never|\\w+n\'t|cannot|only|except|without(?! (?:loss|restriction))|instead|rather than|unlike|contrary to|opposed to)'
    + '\\s+(?:[a-z]+\\s+){0,3}$', 'i'
)
// "we see that" after "if you look"
const twice = /\b(?:we|you|one|it|they)\b.*\b(?:we|you|one|it|they)\b/i
const denied = /\b(?:not|never|no|neither|without|nothing|fails?)\b/i

// "If, on the other hand, x > 1"
const thrownIn =
  /,\s+(?:say|on the other hand|however|instead|moreover|in addition|conversely|for (?:instance|example|contradiction|simplicity))\s*,\s+/i

/** What announces a formula in the words before it; `shape` says what it may be after "where" and "for", "consider", and "let". */
export const openingIn = (
  before: string, shape: { readonly isBound: boolean; readonly isNamed: boolean; readonly isEquation: boolean }
): Opening | undefined => {
  const words = before.replace(/(\$\$?|\\\(|\\\[)\s*$/, '').replace(thrownIn, ' ')
  const openingOf = (
    kind: Opening['kind'], found: Readonly<RegExpExecArray> | null,
    isPlain: (filled: string, word: string, lead: string) => boolean
  ): Opening | undefined => {
    if (found === null) return undefined
    const lead = words.slice(0, found.index)
    if (kind !== 'limit' && twice.test(found[2] ?? '')) return undefined
    return { kind, lead, isPlain: isPlain(found[2] ?? '', found[1] ?? '', lead) && !dropped.test(lead) }
  }
  const isDefinition = shape.isEquation && /\b(?:let|lets|let's)\s+[^.]*$/i.test(words)
  // "at x = 1" alone says where; "with equality at x = 1" says it of something else
  const isHere = (word: string, lead: string): boolean => !/^at$/i.test(word) || /^[\s,(]*$/.test(lead)
  if (/\bwhether\s+$/i.test(words)) return { kind: 'case', isPlain: false, lead: words }
  return openingOf('assumption', chosen.exec(words) ?? headed.exec(words), () => !denied.test(words))
    ?? (shape.isBound ? openingOf('limit', limits.exec(words), (filled, word, lead) =>
      !partly.test(filled) && !asides.test(lead) && isHere(word, lead)) : undefined)
    ?? (shape.isNamed ? openingOf('assumption', considered.exec(words), () => true) : undefined)
    ?? (shape.isBound ? openingOf('case', existing.exec(words), () => false) : undefined)
    ?? openingOf('case', cases.exec(words), (filled, word, lead) =>
      !/^(?:iff|unless)$/i.test(word) && !denied.test(filled) && !asked.test(lead))
    ?? (isDefinition ? undefined : openingOf('assumption', assumptions.exec(words), filled => !denied.test(filled)))
    ?? openingOf('assumption', few.exec(words), () => false)
}

const cut = /^(?:(?!\b(?:then|we|so|hence|it|this|there|the)\b)[^.,;:])*/i
const spoilt =
  /\b(?:not|\w+n't|never|cannot|fails?|false|wrong|violated|impossible|contradict\w*|unless|only|x?or|nor|implies|if|iff|whenever|for some)\b/i
const other = /^[\s,;(]*(?:(?:and\/)?x?or|unless|only|as well as|(?:and|but) also|for (?:instance|example))\b/i
const aside = /^\s*(?:is|are|was|were|this|it|by|follows)\b/i

/** Whether the words right after a condition take it back, or say more of it than that it holds: "is false", "or", "only". */
export const isSpoilt = (after: string, isTrailing: boolean): boolean =>
  spoilt.test(cut.exec(after)?.[0] ?? '') || other.test(after) || (isTrailing && aside.test(after))

/** "Even if x < 0": what holds anyway does not need it. */
export const isAnyway = ({ lead }: Opening): boolean => /\beven\s+$/i.test(lead)
