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
const filler = (most: number): string => `((?:(?!(?:${acts})\\b)(?:[a-z'’-]+|\\$[^$\\n]*\\$|\\\\\\([^)\\n]*\\\\\\))\\s+){0,${most}})`

const cases = new RegExp(`\\b(iff|if|when|whenever|unless|provided|assuming|supposing|given|(?:as|so) long as|in case|in the case|on condition|under the (?:condition|assumption))\\s+${filler(5)}$`, 'i')
const assumptions = new RegExp(`\\b(let|lets|let's|letting|suppose|assume|set|setting|take|taking|fix|choose|choosing|pick|put|putting)\\s+${filler(4)}$`, 'i')
const name = '(?:\\$[^$\\n]*\\$|\\\\\\([^)\\n]*\\\\\\))'
const chosen = new RegExp('\\b(?:let|suppose|assume|take|fix|choose|pick|set)\\b[^.]*\\bsuch that\\s+$'
  + `|\\b(?:let|take|fix|choose|pick)\\s+(?:[a-z]+\\s+){0,3}${name}(?:\\s+be(?:\\s+[a-z]+){1,4})?,?\\s+with\\s+$`, 'i')
const limits = /\b(where|for|with)\s+((?:(?:all|any|every|each|some|fixed|arbitrary|real|numbers?|which|that|values?)\s+)*)$/i
// "Case 1: x > 0.", "the case x > 0"
const headed = /\b(?:sub)?case(?:\s+(?:\d+|[ivx]+|[a-d]))?[\s:.)(,*_–-]+$/i
const few = /\b(?:such that|subject to)\s+$/i
// "together with x > 1" is no limit, and "we check if x > 1" no case
const asides = /\b(?:together|along|combined?|combining|compar\w+|agrees?|starts?|begins?|ends?|contradict\w*|as)\s+$/i
const asked = /\b(?:only|even|not|as|asks?|checks?|see|tests?|verify|decides?|determines?|know|wonder|tell|find out)\s+$/i
const denied = /\b(?:not|never|no|neither|without|nothing|fails?)\b/i

/** What announces a formula in the words before it; `shape` says what it may be after "where" and "for", and after "let". */
export const openingIn = (before: string, shape: { readonly isBound: boolean; readonly isEquation: boolean }): Opening | undefined => {
  const words = before.replace(/(\$\$?|\\\(|\\\[)\s*$/, '')
  const openingOf = (
    kind: Opening['kind'], found: Readonly<RegExpExecArray> | null, isPlain: (filled: string, word: string, lead: string) => boolean
  ): Opening | undefined => {
    if (found === null) return undefined
    const lead = words.slice(0, found.index)
    return { kind, lead, isPlain: isPlain(found[2] ?? '', found[1] ?? '', lead) }
  }
  const isDefinition = shape.isEquation && /\b(?:let|lets|let's)\s+[^.]*$/i.test(words)
  return openingOf('assumption', chosen.exec(words) ?? headed.exec(words), () => !denied.test(words))
    ?? (shape.isBound ? openingOf('limit', limits.exec(words), (filled, _, lead) => !/\bsome\b/i.test(filled) && !asides.test(lead)) : undefined)
    ?? openingOf('case', cases.exec(words), (filled, word, lead) =>
      !/^(?:iff|unless)$/i.test(word) && !denied.test(filled) && !asked.test(lead))
    ?? (isDefinition ? undefined : openingOf('assumption', assumptions.exec(words), filled => !denied.test(filled)))
    ?? openingOf('assumption', few.exec(words), () => false)
}

/** "Even if x < 0": what holds anyway does not need it. */
export const isAnyway = ({ lead }: Opening): boolean => /\beven\s+$/i.test(lead)
