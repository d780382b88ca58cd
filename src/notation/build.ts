import type { BinaryOperator, BinaryTerm, CallTerm, NumberTerm, Term, UnaryOperator, UnaryTerm } from './Term.js'
import { around, type Span } from './Span.js'

/** Terms from their parts; what is made stands where its parts do. */
export const binary = (operator: BinaryOperator, left: Term, right: Term): BinaryTerm =>
  ({ kind: 'binary', operator, left, right, span: around([left.span, right.span]) })

export const unary = (operator: UnaryOperator, of: Term, span: Span = of.span): UnaryTerm =>
  ({ kind: 'unary', operator, of, span })

export const call = (name: string, args: ReadonlyArray<Term>, span: Span): CallTerm =>
  ({ kind: 'call', function: name, arguments: args, span: around([span, ...args.map(arg => arg.span)]) })

export const number = (text: string, span: Span): NumberTerm => ({ kind: 'number', text, span })
