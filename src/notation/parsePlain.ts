import { chainEither, type Either, pipe, type Refusal } from '../prelude/index.js'
import { plainAtoms } from './plainAtoms.js'
import type { Scope } from './Scope.js'
import { readStatement, type Statement } from './statement.js'

/**
 * A formula in plain text, as `plain` prints it: names of several letters are one name, `x[1]` is the first entry, `A'` the transpose,
 * `[1, 2]` a vector and `[[1, 2], [3, 4]]` a matrix. It is read by the grammar of TeX.
 *
 * @example
 * const read = parsePlain('log(sum(exp(z))) - z[1]', new Map())
 * plain(read.right.first) // 'log(sum(exp(z))) - z[1]'
 */
export const parsePlain = (text: string, scope: Scope): Either<Refusal, Statement> =>
  pipe(plainAtoms(text, scope), chainEither(atoms => readStatement(scope, atoms)))
