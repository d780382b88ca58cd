import { refuse } from '../prelude/index.js'
import type { Span } from './Span.js'

/** Refuses a formula at a place of its text. */
export const complainAt = (span: Span, expected: string, got: string): never => refuse('input', 'the formula', expected, got, span)
