import type { Effort, Judgement } from './Claim.js'

// Double quotes are read alike by every shell; ids and paths of the usual form need none.
const quoted = (word: string): string => (/^[\w./:@=+~-]+$/.test(word) ? word : `"${word.replace(/(["\\$`])/g, '\\$1')}"`)

/** The command that judges one claim again and comes to the same counterexample; `file` is where the claim is from, if not registered. */
export const replayCommand = (id: string, { seed, runs }: Pick<Effort, 'seed' | 'runs'>, judgement: Judgement, file?: string): string => {
  const path = 'counterexample' in judgement ? judgement.counterexample.path : undefined
  return ['lemmata', 'verify', quoted(id), '--seed', String(seed), '--runs', String(runs)]
    .concat(path === undefined ? [] : ['--path', path])
    .concat(file === undefined ? [] : ['--claims', quoted(file)])
    .join(' ')
}
