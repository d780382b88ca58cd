import { chainEither, type Either, pipe, type Refusal } from '../prelude/index.js'
import { macrosOf, type Scope } from './Scope.js'
import { readStatement, type Statement } from './statement.js'
import { texAtoms } from './texAtoms.js'

/**
 * A formula in TeX, as its author wrote it.
 *
 * @example
 * const read = parseTeX('(x - y)^2 = x^2 - 2 x y + y^2', new Map())
 * read.right.steps.length // 1
 */
export const parseTeX = (tex: string, scope: Scope): Either<Refusal, Statement> =>
  pipe(texAtoms(tex, macrosOf(scope)), chainEither(atoms => readStatement(scope, atoms)))
