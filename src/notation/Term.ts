import type { Span } from './Span.js'

interface Placed {
  /** Where it stands in the text that was read. */
  readonly span: Span
}

/** A number as written, "0.1": the tenth itself. */
export interface NumberTerm extends Placed {
  readonly kind: 'number'
  readonly text: string
}

/** A name: of a variable, a definition, a size, or an index. */
export interface NameTerm extends Placed {
  readonly kind: 'name'
  readonly name: string
}

/** x_i or W_ij: an entry of an array. A matrix with one index is its row. */
export interface EntryTerm extends Placed {
  readonly kind: 'entry'
  readonly of: Term
  readonly at: ReadonlyArray<Term>
}

/** w^t: a member of a sequence. */
export interface ItemTerm extends Placed {
  readonly kind: 'item'
  readonly of: string
  readonly at: Term
}

/** exp(x), softmax(z), f(x): a function, known or declared, of its arguments. */
export interface CallTerm extends Placed {
  readonly kind: 'call'
  readonly function: string
  readonly arguments: ReadonlyArray<Term>
}

export type UnaryOperator = 'negate' | 'transpose'
export interface UnaryTerm extends Placed {
  readonly kind: 'unary'
  readonly operator: UnaryOperator
  readonly of: Term
}

/** A dot between vectors is their inner product; elsewhere it multiplies. */
export type BinaryOperator = 'add' | 'subtract' | 'multiply' | 'dot' | 'divide' | 'power' | 'entrywise' | 'inner'
export interface BinaryTerm extends Placed {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Term
  readonly right: Term
}

/** A range of an index: from one whole number to another, both included; without them, all entries that the index reaches. */
export interface Range {
  readonly index: string
  readonly bounds?: readonly [Term, Term]
}

/** A sum, a product or an extreme over all indices in their ranges for which the condition holds. */
export interface ManyTerm extends Placed {
  readonly kind: 'many'
  readonly operator: 'sum' | 'product' | 'max' | 'min'
  readonly ranges: ReadonlyArray<Range>
  readonly where?: RelationTerm
  readonly of: Term
}

/** E[f(y)]: the mean over what is random, as the scope says. */
export interface ExpectationTerm extends Placed {
  readonly kind: 'expectation'
  readonly over: ReadonlyArray<string>
  readonly of: Term
}

/** dy/dx: by a name, by an entry of it, or by a member of a sequence, which are cut: they count as given. */
export interface DerivativeTerm extends Placed {
  readonly kind: 'derivative'
  readonly of: Term
  readonly by: Term
}

/** f'(x) or the gradient of f at x: the derivative of a function by its one argument; f''(x) or its Hessian, where the order is 2. */
export interface SlopeTerm extends Placed {
  readonly kind: 'slope'
  readonly order?: 2
  readonly function: string
  readonly at: Term
}

export type RelationSign = '=' | '<=' | '<' | '>=' | '>' | '!=' | '~'

/** Two sides and what is said of them; as a number it is 1 where that is so, and else 0. */
export interface RelationTerm extends Placed {
  readonly kind: 'relation'
  readonly sign: RelationSign
  readonly left: Term
  readonly right: Term
}

/** A matrix in rows. */
export interface MatrixTerm extends Placed {
  readonly kind: 'matrix'
  readonly rows: ReadonlyArray<ReadonlyArray<Term>>
}

/** The first of the values whose condition holds; the last may have none. */
export interface CasesTerm extends Placed {
  readonly kind: 'cases'
  readonly cases: ReadonlyArray<{ readonly value: Term; readonly where?: RelationTerm }>
}

/** What a formula means, as a tree. */
export type Term = NumberTerm | NameTerm
  | EntryTerm | ItemTerm | CallTerm | UnaryTerm | BinaryTerm | ManyTerm | DerivativeTerm | SlopeTerm
  | RelationTerm | MatrixTerm | CasesTerm | ExpectationTerm
