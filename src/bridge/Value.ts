import type { Tensor } from '../tensor/index.js'

/** What a function of another language is called with. */
export type Argument =
  Tensor | Wholes | Flags | number | boolean | string | null | Kept | { readonly [key: string]: Argument }

/** An array of whole numbers, such as labels. */
export interface Wholes {
  readonly kind: 'wholes'
  readonly shape: ReadonlyArray<number>
  readonly data: ReadonlyArray<number>
}

/** An array of true and false, such as a mask. */
export interface Flags {
  readonly kind: 'flags'
  readonly shape: ReadonlyArray<number>
  readonly data: ReadonlyArray<boolean>
}

/** What a function gave back that stays where it is, such as the cache of a forward pass: it can be given to another call. */
export interface Kept {
  readonly kind: 'kept'
  readonly id: string
}

/** What a function gave back. */
export type Result =
  /** An array of numbers, of any type, or one number; `of` is the name of that type. */
  | { readonly kind: 'doubles'; readonly tensor: Tensor; readonly of: string }
  /** An array with more than a million entries, of which the shape alone is told. */
  | { readonly kind: 'large'; readonly shape: ReadonlyArray<number> }
  | { readonly kind: 'record'; readonly of: Readonly<Record<string, Result>> }
  | Kept
  | { readonly kind: 'nothing' }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'text'; readonly is: string }
  /** Anything else, in words. */
  | { readonly kind: 'other'; readonly is: string }

/** How a call ended. */
export type Outcome =
  | {
    readonly kind: 'returned'
    readonly isTuple: boolean
    readonly results: ReadonlyArray<Result>
    /** How many there are, also where they are too many to be told. */
    readonly count: number
    /** The arrays among the arguments that were written into, by name. */
    readonly wrote: ReadonlyArray<string>
    /** The records among the arguments, as they are after the call. */
    readonly after: ReadonlyArray<Result | null>
  }
  | Fault

/** How a call ended that gave nothing back. */
export type Fault =
  | Failure
  /** The time was up; the line of the file where that was, if it is known. */
  | { readonly kind: 'hung'; readonly line: number | null; readonly seconds: number }
  /** The process ended: by an abort, a crash, or because descriptors were closed. */
  | { readonly kind: 'died'; readonly line: number | null; readonly how: string }

/** What was raised, and the line of the file where it came up. */
export interface Failure {
  readonly kind: 'raised'
  readonly error: string
  readonly message: string
  readonly line: number | null
  /** It says that it is not written yet. */
  readonly unwritten: boolean
}

/** One call. */
export interface Call {
  readonly name: string
  /** A class whose method it is: what it is made with, and the attributes that are then set. */
  readonly of?: {
    readonly name: string
    readonly arguments: ReadonlyArray<Argument>
    readonly set: Readonly<Record<string, Argument>>
  }
  readonly arguments: ReadonlyArray<Argument>
  /** What the arguments are called, for what is said about them. */
  readonly names: ReadonlyArray<string>
  /** How many results there should be. */
  readonly results: number
  /** Which of them stay where they are. */
  readonly keep: ReadonlyArray<number>
}
