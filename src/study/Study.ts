import type { Solved, Solver } from '../solver/index.js'

/** What an experiment may be told: numbers, and lists of numbers that it goes through. */
export type Settings = Readonly<Record<string, number | ReadonlyArray<number>>>

/** A file, read by whoever may touch files. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A training that an experiment asks for; its name is that of its files. It is answered with how it ended. */
export interface TrainingRequest {
  readonly tag: 'train'
  readonly name: string
  readonly solver: Solver
  readonly seed: number
}

/** What an experiment yields on its way: a training it asks for, a line to be told, how far it is, or the question what time it is. */
export type Request =
  | TrainingRequest
  | { readonly tag: 'tell'; readonly text: string }
  | { readonly tag: 'progress'; readonly what: string; readonly done: number; readonly of: number }
  | { readonly tag: 'clock' }

/** The answer to a training, and to the question what time it is: milliseconds. */
export type Answer = Solved | number | undefined

/** An experiment on its way to a result. It does nothing until it is asked for the next step, and touches neither clock nor files. */
export type Steps<A> = Generator<Request, A, Answer>

/** A picture that an experiment draws, as SVG. */
export interface Drawn {
  /** The name of its file. */
  readonly name: string
  readonly title: string
  readonly caption: string
  readonly svg: string
}

export interface Table {
  readonly title: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** What the document reports, or states, and what the experiment found of it. */
export interface Finding {
  readonly id: string
  readonly rows: ReadonlyArray<string>
  readonly statement: string
  /** Whether the statement is expected to hold, or is an error of the document. */
  readonly expected: 'holds' | 'erratum'
  readonly verdict: 'supported' | 'refuted' | 'undecided'
  /** What was counted or measured. */
  readonly found: string
}

export type Json = number | string | boolean | null | ReadonlyArray<Json> | { readonly [name: string]: Json }

export interface Outcome {
  readonly results: Readonly<Record<string, Json>>
  readonly tables: ReadonlyArray<Table>
  readonly pictures: ReadonlyArray<Drawn>
  readonly findings: ReadonlyArray<Finding>
}

/** What an experiment of a document says of itself. */
export interface AboutStudy<S extends Settings> {
  readonly name: string
  readonly title: string
  /** The folder of the document, and the place in it. */
  readonly document: string
  readonly place: string
  /** What is done, in a sentence or two. */
  readonly about: string
  /** What the document reports. */
  readonly reported: string
  /** The settings of the document, and those that a machine with two cores ends within a minute. */
  readonly documented: S
  readonly short: S
  /** How many seconds either took when it was measured. */
  readonly seconds: { readonly short: number; readonly documented: number }
  /** What a folder given as --data must hold, where the experiment takes one. */
  readonly files?: string
  /** What it takes without --data, if that is not drawn at random from the seed. */
  readonly withoutFiles?: string
}

/** An experiment of a document, as data. */
export interface Study extends AboutStudy<Settings> {
  /** Begins it. Refuses files that it does not take, or cannot read. */
  readonly run: (settings: Settings, seed: number, files?: ReadonlyArray<NamedBytes>) => Steps<Outcome>
}
