import type { Interval } from '../number/Interval.js'

/** How much work to spend on judging: everything a verdict depends on, so that the same effort gives the same bytes. */
export interface Effort {
  readonly seed: number
  /** How many cases a sampled claim draws. */
  readonly runs: number
  /** Where in the draw to begin: the replay of one counterexample. */
  readonly path?: string
  /** Whether a proof is of no use, since another part of the same statement is not proved. */
  readonly isUnproved?: boolean
  /** Asked between cases; true ends the work, and the verdict is undecided. */
  readonly cancelled: () => boolean
}

/**
 * How much work to spend: so many cases for a sampled claim, drawn from a seed.
 *
 * @example
 * effort(1000, 7).runs // 1000
 */
export const effort = (runs = 100, seed = 0): Effort => ({ seed, runs, cancelled: () => false })

/**
 * How strong evidence can be, the strongest first: from a proof for all values to a single figure.
 *
 * @example
 * strengths[0] // 'exact'
 */
export const strengths = ['exact', 'enclosed', 'sampled', 'statistical', 'estimated', 'example'] as const

export type Strength = (typeof strengths)[number]

/** What a verdict rests on. */
export interface Evidence {
  readonly strength: Strength
  /** For which values it is a proof, or how the cases were drawn. */
  readonly scope: string
  readonly cases: number
  readonly undecidedCases: number
  /** The smallest slack of any case: right side minus left side, or minus the distance of the sides of an equality. */
  readonly slack: Interval | null
  /** Half of the entries that were compared would have shown a relative error of this size; 0 where every difference counts. */
  readonly resolution: number | null
  /** What else was seen, in words: how close an inequality came to an equality. */
  readonly observed?: string
  /** The most that the smaller side of an inequality was of the larger one, where both were positive. */
  readonly ratio?: number
  /** How tight the inequalities are, in words: where the sides are equal, or that they nowhere are. */
  readonly tightness?: string
}

/** The ratio that was seen, where there is one. */
export const ratioOf = ({ evidence: { ratio } }: Pick<Judgement, 'evidence'>): Pick<Evidence, 'ratio'> => (ratio === undefined ? {} : { ratio })

/** The smallest failing input that was found, and how to see it again. */
export interface Counterexample {
  readonly input: string
  readonly slack: Interval
  /** What differs and where, in words. */
  readonly detail: string
  /** Both sides there, the left one first. */
  readonly sides?: readonly [string, string]
  /** The place of the case in the draw, for replay; absent where no draw was made. */
  readonly path?: string
  /** The function that was judged raised an error: nothing was measured. */
  readonly raised?: boolean
}

export type Judgement =
  | { readonly verdict: 'proved' | 'supported'; readonly evidence: Evidence }
  | { readonly verdict: 'refuted'; readonly evidence: Evidence; readonly counterexample: Counterexample }
  | { readonly verdict: 'vacuous' | 'undecided'; readonly evidence: Evidence; readonly reason: string }
  | { readonly verdict: 'erratum'; readonly evidence: Evidence; readonly counterexample: Counterexample
      readonly printed: Seen; readonly corrected: Seen }

/** What a reader sees of a form of a statement: words for a line of text, and the same in TeX, where it is more than words. */
export interface Seen {
  readonly text: string
  readonly tex?: string
}

export type Verdict = Judgement['verdict']

/** Decides; pure, so that the same effort gives the same judgement. The id of the claim makes its draws its own. */
export type Judge = (effort: Effort, id: string) => Judgement

/** What a claim says of itself. */
export interface Statement {
  /** topic/name, by which it is addressed. */
  readonly id: string
  /** One plain sentence. */
  readonly title: string
  /** The formula, in TeX. */
  readonly statement: string
  /** The document and place, or the literature. */
  readonly source: string
  /** The rows of the ledger that it settles. */
  readonly rows?: ReadonlyArray<string>
  /** What the names of a statement stand for that is run as it is written. */
  readonly executed?: Executed
  /** Why a statement is a sentence, and no formula that is run. */
  readonly spoken?: Spoken
  /** The weakest evidence that will do; any, where it says nothing. */
  readonly expects?: Expects
}

/** A formula that is run as it is written, so that what is printed is what is judged. */
export interface Executed {
  /** The declarations of its names, as they are read. */
  readonly given: string
  /** Names that are bound to functions, and the names of these. */
  readonly bound: Readonly<Record<string, string>>
  /** Of each \le and \ge of the formula, or of all alike, whether it is said to be attained or loose. */
  readonly tight?: ReadonlyArray<string>
}

/**
 * Why a statement is a sentence: it is of all structures of a kind, its probability space is infinite, it is about code,
 * files or time, or it is a limit.
 *
 * @example
 * spokenReasons.includes('it is a limit') // true
 */
export const spokenReasons = [
  'it is of all structures of a kind', 'its probability space is infinite', 'it is about code, files or time',
  'it is a limit'
] as const

export type Spoken = (typeof spokenReasons)[number]

/**
 * The weakest evidence that a claim may rest on: an exact proof, an enclosure, or any support.
 *
 * @example
 * expectations[0] // 'proved'
 */
export const expectations = ['proved', 'enclosed', 'supported'] as const

export type Expects = (typeof expectations)[number]

/** A statement that a machine judges. It hides the type of its inputs, so that anyone can add a way of judging. */
export interface Claim {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly source: string
  readonly rows: ReadonlyArray<string>
  /** Whether it should hold, or is an error in print that should be refuted and corrected. */
  readonly expected: 'holds' | 'erratum'
  readonly executed?: Executed
  readonly spoken?: Spoken
  readonly expects?: Expects
  readonly judge: (effort: Effort) => Judgement
}

/** A suite: what must hold of any subject, given as claims about this one. */
export type Law<Subject> = (subject: Subject) => ReadonlyArray<Claim>

/**
 * A statement and the way to judge it, as one value.
 *
 * @example
 * const about = { id: 'roots/two', title: 'A root', statement: '\\sqrt 4 = 2', source: 'algebra' }
 * claim(about, example(N => equal(N.sqrt(N.of(4)), N.of(2)))).judge(effort()).verdict // 'proved'
 */
export const claim = (about: Statement, judge: Judge): Claim => ({
  ...about,
  rows: about.rows ?? [],
  expected: 'holds',
  judge: spent => judge(spent, about.id)
})

/** Whether the verdict is the one that the claim is registered with, and rests on what it expects. */
export const asExpected = (
  { expected, expects }: Pick<Claim, 'expected' | 'expects'>, judgement: Judgement
): boolean => {
  const { verdict } = judgement
  const holds = expected === 'erratum' ? verdict === 'erratum' : verdict === 'proved' || verdict === 'supported'
  return holds && !isWeaker(expects, judgement)
}

/** Whether evidence is weaker than what is expected. */
const isWeaker = (expects: Expects | undefined, { evidence }: Judgement): boolean =>
  expects !== undefined && expects !== 'supported'
  && strengths.indexOf(evidence.strength) > strengths.indexOf(expects === 'proved' ? 'exact' : 'enclosed')
