import { cut } from '../../claim/cut.js'
import type { FunctionVerdict, JudgedFunction } from './Judged.js'
import { oneLine } from './printable.js'

const verdictWords: Readonly<Record<FunctionVerdict, string>> = {
  'not written': 'not written',
  'hangs': 'does not end',
  'raises': 'raises an error',
  'wrong shape': 'answers something of another form',
  'wrong': 'wrong',
  'writes': 'changes what it was given',
  'undecided': 'could not be judged',
  'loses digits': 'right, but loses digits',
  'right at kinks': 'right, with another convention at kinks',
  'right': 'right'
}

/** A verdict in plain words. */
export const wordsOf = (verdict: FunctionVerdict): string => verdictWords[verdict]

const lawWords: Readonly<Record<string, string>> = {
  value: 'the results are those of the formula',
  gradient: 'the gradients are the derivatives of the formula',
  state: 'what is kept for the next call is what the formula says',
  kink: 'at a kink any slope between those of its two sides is right',
  pure: 'the same call gives the same answer, whatever was called before',
  finite: 'the results are finite wherever those of the formula are',
  'second step': 'a step can go on from the record that the one before returned',
  share: 'each entry stays with the probability that was given, independently of the others',
  form: 'the answer has as many parts as are expected, each of the shape that is expected',
  writes: 'the arrays that come in are left as they are',
  digits: 'roundings leave digits that are right'
}

/** The law that is broken, in words; nothing where the answer was not one that a law could judge. */
export const lawOf = ({ verdict, law }: JudgedFunction): string | undefined =>
  (law === undefined || !['wrong shape', 'wrong', 'writes'].includes(verdict) ? undefined
    : Object.hasOwn(lawWords, law) ? lawWords[law] : oneLine(cut(law)))

/** What is said of a function that is right, which begins with that word. */
export const rightWords = ({ verdict, says }: JudgedFunction): string => {
  const [words, said] = [wordsOf(verdict), oneLine(cut(says))]
  return said.startsWith('right') ? said : said === '' ? words : `${words}: ${said}`
}

/** What came and what should have come, where the sentence does not say so already. */
export const untold = ({ says, got, want }: JudgedFunction): Readonly<Record<'got' | 'want', string | undefined>> => {
  const isTold = [got, want].every(each => each === undefined || says.includes(each))
  return isTold ? { got: undefined, want: undefined } : { got, want }
}

/** The case to show, if there is one. */
export const caseOf = ({ case: given }: JudgedFunction): string | undefined => (given === '' ? undefined : given)
