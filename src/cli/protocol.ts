import type { Effort, Judgement } from '../claim/Claim.js'
import type { About, NotCheckable } from '../report/Session.js'

/** What a judging thread is given when it starts. */
export interface WorkerData {
  /** Not 0 once the work is to end. */
  readonly flag: Int32Array
  /** A module of a person's own claims, instead of the registered ones. */
  readonly file: string | undefined
}

export type Spend = Omit<Effort, 'cancelled'>

/** One claim, judged once for each effort. */
export interface Task {
  readonly id: string
  readonly spend: ReadonlyArray<Spend>
}

export interface Ready {
  readonly kind: 'ready'
  readonly claims: ReadonlyArray<About>
  readonly notCheckable: ReadonlyArray<NotCheckable>
}

export interface Done {
  readonly judgements: ReadonlyArray<Judgement>
  readonly seconds: number
}

export type FromWorker = Ready | { readonly kind: 'misuse'; readonly message: string } | (Done & { readonly kind: 'judged' })
