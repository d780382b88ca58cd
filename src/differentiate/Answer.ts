import type { Graph } from '../expression/index.js'

/** A number as it is shown, and as a double. */
export interface Shown {
  readonly text: string
  readonly near: number
  /** How many of its leading digits are right, where the true value was computed. */
  readonly digits?: number
  /** The true value to as many digits, where not all are right; '?' where it cannot be told from 0. */
  readonly right?: string
}

/** What flows along one edge: the local derivative, and from which node it comes. */
export interface Edge {
  readonly from: string
  readonly derivative: Shown
}

/** An input or an intermediate variable. */
export interface Step {
  readonly name: string
  /** The elementary operation, with the names of what it acts on; 'input' for an input. */
  readonly operation: string
  readonly tex: string
  readonly value: Shown
  readonly tangents: Readonly<Record<string, Shown>>
  readonly adjoint: Shown
  readonly edges: ReadonlyArray<Edge>
}

/** A difference quotient. */
export interface Difference {
  readonly h: Shown
  readonly value: Shown
  /** The estimate that the method gives of its own error; none where nothing is known, or where it would be too small. */
  readonly error?: Shown
}

export type Method = 'forward' | 'reverse' | 'symbolic'
export type Quotient = 'oneSided' | 'backward' | 'central' | 'extrapolated'

/** The derivative by one input, in every way. */
export interface Derivative {
  readonly formula: string
  readonly tex: string
  readonly modes: Readonly<Record<Method, Shown>>
  /** A difference that cannot be taken says why not. */
  readonly differences: Readonly<Record<Quotient, Difference | string>>
  /** A rigorous enclosure, from many more digits. */
  readonly enclosure: readonly [Shown, Shown]
  /** How far each is off, in units in the last place. */
  readonly ulps: Readonly<Partial<Record<Method | Quotient, number>>>
  /** Whether every mode has its first digit right. */
  readonly agrees: boolean
  /** Whether every mode gave what its own rounding allows: if not, it is an error of Lemmata. */
  readonly consistent: boolean
}

/** A second derivative. */
export interface Second {
  readonly by: readonly [string, string]
  readonly formula: string
  readonly tex: string
  /** Or why there is none. */
  readonly value: Shown | string
}

/** A kink or a tie at the point, and what it makes of the derivatives. */
export interface KinkNote {
  readonly at: string
  readonly convention: string
}

export interface Sides {
  readonly left: Shown
  readonly right: Shown
  /** Whether both are the same, which is then the derivative. */
  readonly exists: boolean
}

/** A vector or matrix among the inputs: as it was typed, and the names of its entries, row by row. */
export interface ArrayInput {
  readonly text: string
  readonly rows: number
  readonly columns: number
  readonly entries: ReadonlyArray<string>
}

export type Arrays = Readonly<Record<string, ArrayInput>>

/** Everything that is said about a derivative. */
export interface Answer {
  readonly expression: string
  readonly tex: string
  readonly graph: Graph
  readonly at: Readonly<Record<string, string>>
  readonly arrays: Arrays
  /** How many digits were asked for; doubles otherwise. */
  readonly digits: number | undefined
  /** How many digits a number has at most. */
  readonly of: number
  readonly value: Shown
  readonly steps: ReadonlyArray<Step>
  readonly gradient: Readonly<Record<string, Derivative>>
  readonly hessian: ReadonlyArray<Second>
  readonly kinks: ReadonlyArray<KinkNote>
  /** The one-sided derivatives by each input, where there are kinks. */
  readonly sides: Readonly<Record<string, Sides>>
  /** Whether f and every derivative have their first digit right. */
  readonly agrees: boolean
  readonly consistent: boolean
}

/** What is to be differentiated, where, and how. */
export interface Request {
  readonly expression: string
  readonly graph: Graph
  /** The inputs as they were typed. */
  readonly at: Readonly<Record<string, string>>
  readonly arrays?: Arrays
  /** The same as formulas without inputs, meant exactly. */
  readonly point: Readonly<Record<string, Graph>>
  readonly digits?: number
  readonly h?: string
  readonly hessian: boolean
}
