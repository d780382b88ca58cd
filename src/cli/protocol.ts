import type { Effort, Judgement } from '../claim/Claim.js'
import type { Figure } from '../report/Figure.js'
import type { About, NotCheckable } from '../report/Session.js'

/** What a working thread is given when it starts. */
export interface WorkerData {
  /** Not 0 once the work is to end. */
  readonly flag: Int32Array
  /** A module of a person's own claims, instead of the registered ones. */
  readonly file: string | undefined
}

export type Spend = Omit<Effort, 'cancelled'>

/** One claim, judged once for each effort; or the figures of the report. */
export type Task = JudgeTask | { readonly kind: 'figures' }

export interface JudgeTask {
  readonly kind: 'judge'
  readonly id: string
  readonly spend: ReadonlyArray<Spend>
}

export interface Ready {
  readonly kind: 'ready'
  readonly claims: ReadonlyArray<About>
  readonly notCheckable: ReadonlyArray<NotCheckable>
}

export interface Misuse {
  readonly kind: 'misuse'
  readonly message: string
}

export interface Judgements {
  readonly kind: 'judged'
  readonly judgements: ReadonlyArray<Judgement>
  readonly seconds: number
}

export interface Figures {
  readonly kind: 'figures'
  readonly figures: ReadonlyArray<Figure>
}

/** What a task comes to; `lost` if it ended its thread. */
export type Result = Judgements | Figures | { readonly kind: 'lost'; readonly reason: string }

export type FromWorker = Ready | Misuse | Judgements | Figures
