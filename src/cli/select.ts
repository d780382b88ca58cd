import { didYouMean } from '../prelude/index.js'
import { misuse } from './UsageError.js'

/** The ids that a pattern means: the one of that name, all of a topic, all that begin so, or all that fit its stars. */
export const select = (ids: ReadonlyArray<string>, pattern: string | undefined): ReadonlyArray<string> => {
  if (pattern === undefined) return ids
  const ways: ReadonlyArray<(id: string) => boolean> = pattern.includes('*')
    ? [id => fits(pattern).test(id)]
    : [id => id.startsWith(`${pattern}/`), id => id.startsWith(pattern)]
  const found = [(id: string) => id === pattern, ...ways].map(way => ids.filter(way)).find(some => some.length > 0)
  const topics = [...new Set(ids.map(id => id.split('/')[0] ?? id))]
  return found ?? misuse(`no claim matches ${pattern}${didYouMean(pattern, [...topics, ...ids]) || `; topics are ${topics.join(', ')}`}`)
}

const fits = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')
