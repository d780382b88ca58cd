import type { Effort, Judgement } from '../claim/Claim.js'
import type { Figure } from '../claim/Figure.js'
import type { About } from '../report/Session.js'

/** What a working thread is given when it starts. */
export interface WorkerData {
  /** Not 0 once the work is to end. */
  readonly flag: Int32Array
  /** A module of a person's own claims, instead of the registered ones. */
  readonly file: string | undefined
}

export type Spend = Omit<Effort, 'cancelled'>

/** One claim, judged once; or the figures of the report. */
export type Task = JudgeTask | { readonly kind: 'figures' }

export interface JudgeTask {
  readonly kind: 'judge'
  readonly id: string
  /** The module that has it. */
  readonly file: string
  readonly spend: Spend
}

/** The thread can judge; where the claims are of a person's own module, these are what it has. */
export interface Ready {
  readonly kind: 'ready'
  readonly claims: ReadonlyArray<About>
}

/** The claims could not be loaded. */
export interface NotReady {
  readonly kind: 'not ready'
  readonly reason: string
  /** Where it is no misuse. */
  readonly error?: unknown
}

export interface Judged {
  readonly kind: 'judged'
  readonly judgement: Judgement
  readonly seconds: number
}

export interface Figures {
  readonly kind: 'figures'
  readonly figures: ReadonlyArray<Figure>
}

/** A task that came to nothing. */
export interface Lost {
  readonly kind: 'lost'
  readonly reason: string
  readonly seconds: number
}

/** What was raised when no judge was there to raise it: by what a judge had left behind, or by the module itself. */
export interface Stray {
  readonly kind: 'stray'
  readonly reason: string
  /** The judgement that left it behind, if one did. */
  readonly of?: Pick<JudgeTask, 'id' | 'spend'>
}

export type Result = Judged | Figures | Lost

export type FromWorker = Ready | NotReady | Stray | Result
