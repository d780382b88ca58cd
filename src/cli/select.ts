import { didYouMean } from '../prelude/index.js'
import type { About } from '../report/Session.js'
import { misuse } from './UsageError.js'

type Named = Pick<About, 'id' | 'rows' | 'file'>

/**
 * The claims that a pattern means: the one of that id, those of a row of the ledger, of a source file or folder, all of a document or
 * topic, all whose ids begin so, or all that fit its stars.
 */
export const select = <C extends Named>(claims: ReadonlyArray<C>, pattern: string | undefined): ReadonlyArray<C> => {
  if (pattern === undefined) return claims
  const path = pattern.replace(/^\.\//, '').replace(/\/$/, '')
  const ways: ReadonlyArray<(claim: Named) => boolean> = pattern.includes('*')
    ? [({ id }) => id === pattern, ({ id }) => fits(pattern).test(id)]
    : [
        ({ id }) => id === pattern,
        ({ rows }) => rows.includes(pattern),
        ({ file }) => file === path || file.startsWith(`${path}/`),
        ({ id }) => id.startsWith(`${path}/`),
        ({ id }) => id.startsWith(pattern)
      ]
  const found = ways.map(way => claims.filter(way)).find(some => some.length > 0)
  return found ?? misuse(`no claim matches ${pattern}${adviceOn(pattern, claims)}`)
}

const adviceOn = (pattern: string, claims: ReadonlyArray<Named>): string =>
  didYouMean(pattern, known(claims))
  || (/\.(?:md|tex)$/.test(pattern) ? `; lemmata check ${pattern} judges the formulas of a document`
    : `; there are ${firstsOf(claims).join(', ')}`)

const firstsOf = (claims: ReadonlyArray<Named>): ReadonlyArray<string> =>
  [...new Set(claims.map(({ id }) => id.split('/')[0] ?? id))]

const known = (claims: ReadonlyArray<Named>): ReadonlyArray<string> =>
  [...new Set(claims.flatMap(({ id, rows, file }) =>
    [...id.split('/').map((_, k, parts) => parts.slice(0, k + 1).join('/')), ...rows, file]))]

const fits = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')
