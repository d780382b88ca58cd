import { asExpected, type Claim, type Effort, type Judgement } from '../claim/Claim.js'

/** What a claim says of itself, without its judge, and where it stands: plain data, which may cross threads. */
export interface About extends Omit<Claim, 'judge'> {
  /** The module that has it. */
  readonly file: string
}

/** A claim with its verdict, and how long that took. */
export interface Judged {
  readonly claim: About
  readonly judgement: Judgement
  readonly seconds: number
}

/** A row of the ledger that nothing can check, and why. */
export interface NotCheckable {
  readonly row: string
  readonly document: string
  readonly place: string
  readonly statement: string
  readonly reason: string
}

/** A document that was judged: what it is called, and its rows in the order of its pages. */
export interface DocumentOf {
  /** With this its claims' ids begin, and so its folder is called. */
  readonly name: string
  readonly title: string
  readonly rows: ReadonlyArray<string>
  /** The error in it that is shown first. */
  readonly example?: string
}

/** Everything that one run of verify found: what every form of the report is made from. */
export interface Session extends Pick<Effort, 'seed' | 'runs'> {
  /** In the order of the registries. */
  readonly judged: ReadonlyArray<Judged>
  /** How many claims were to be judged: more than were when the run was interrupted. */
  readonly selected: number
  readonly notCheckable: ReadonlyArray<NotCheckable>
  /** None where the claims are a person's own. */
  readonly documents?: ReadonlyArray<DocumentOf>
  readonly seconds: number
  /** What was asked for, if not everything. */
  readonly pattern?: string
  /** Where the claims are from, when they are not the registered ones. */
  readonly file?: string
  /** What was raised by no judge: by the module of claims itself. */
  readonly strays?: ReadonlyArray<string>
}

export const isExpected = ({ claim, judgement }: Judged): boolean => asExpected(claim, judgement)

export const unexpected = ({ judged }: Session): ReadonlyArray<Judged> => judged.filter(j => !isExpected(j))

const topicOf = ({ claim }: Judged): string =>
  claim.id.split('/').slice(0, claim.file.startsWith('proofs-numeric/') ? 2 : 1).join('/')

/** A topic: the claims of a document about one thing, or those about one function. */
export interface Topic {
  readonly name: string
  readonly judged: ReadonlyArray<Judged>
}

/** The topics in the order in which they first appear. */
export const topics = ({ judged }: Session): ReadonlyArray<Topic> =>
  [...new Set(judged.map(topicOf))].map(name => ({ name, judged: judged.filter(j => topicOf(j) === name) }))
