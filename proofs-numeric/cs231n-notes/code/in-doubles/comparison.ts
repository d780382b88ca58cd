import fc from 'fast-check'
import {
  allOf, type Claim, equal, erratum, everyCase, type Judge, type Plain, type Relation, sampled, type Statement
} from '../../../../src/claim/index.js'
import { type Interval, point } from '../../../../src/number/index.js'
import { sparsely } from '../../../../properties/cases/sparsely.js'

/** A formula of a document run over doubles as it is written, beside the function of ours that computes the same. */
export interface Comparison<I> extends Omit<Statement, 'id' | 'statement'> {
  readonly name: string
  /** What is computed, and what is right. */
  readonly words: string
  /** The formula as the document has it. */
  readonly text: string
  /** The same in TeX, where it is no code. */
  readonly tex?: string
  readonly correction: string
  readonly cases: ReadonlyArray<I>
  /** What is right: a double where it is one, otherwise where it lies. */
  readonly known: (input: I) => ReadonlyArray<number | Interval>
  readonly printed: (input: I) => ReadonlyArray<number>
  /** What the formula as written gives in each case, to five digits. */
  readonly gives: ReadonlyArray<ReadonlyArray<number>>
  readonly ours: (input: I) => ReadonlyArray<number>
}

const isDouble = (x: number | Interval): x is number => typeof x === 'number'

/** NaN and infinity lie in no enclosure: they are compared as doubles. */
const beside = (found: number, known: number | Interval, place: string): Relation<Plain> =>
  isDouble(known) ? equal<Plain>(found, known, place)
    : Number.isFinite(found) ? equal<Plain>(point(found), known, place) : equal<Plain>(found, known.hi, place)

/** NaN is NaN here: what is claimed is that the formula gives it. */
const isFigure = (value: number, figure: number): Relation<Plain> =>
  equal<Plain>(Number(Object.is(Number(value.toPrecision(5)), figure)), 1, `${value} for ${figure}`)

/** The document's formula is refuted, and ours holds, at the same inputs. */
export const inDoubles = <I>(
  { name, words, text, tex, correction, cases, known, printed, gives, ours, ...about }: Comparison<I>
): Claim => {
  const judge = (found: (input: I) => ReadonlyArray<number>): Judge =>
    sampled<{ readonly given: I }>({ given: fc.constantFrom(...cases) }, ({ given }) => {
      const values = found(given)
      return known(given).map((right, i) => beside(values[i] ?? NaN, right, `value ${i}`))
    })
  const statement = `\\text{${words}}`
  return sparsely(erratum(
    { id: `cs231n-notes/in-doubles/${name}`, statement, spoken: 'it is about code, files or time', ...about },
    {
      printed: {
        text, judge: judge(printed), givesNoNumber: gives.flat().some(x => !Number.isFinite(x)),
        ...tex === undefined ? {} : { tex }
      },
      corrected: {
        text: correction,
        judge: allOf('the inputs named', [
          { label: 'ours', judge: judge(ours) },
          {
            label: 'the formula as written',
            judge: everyCase('the inputs named', cases.map((given, k) => ({ given, k })), ({ given, k }) =>
              printed(given).map((value, i) => isFigure(value, gives[k]?.[i] ?? NaN)))
          }
        ])
      }
    }))
}
