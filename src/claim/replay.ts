import type { Effort, Judgement } from './Claim.js'

// Inside double quotes every shell reads these as they are, and a backslash too where no sign follows that it could protect.
const tame = /^(?:[^"$`!%\\\p{Cc}]|\\(?=[\w .-]))+$/u

/** A word as a shell must be given it: ids and paths of the usual form need no quotes. */
const quoted = (word: string): string =>
  /^[\w./:@+-]+$/.test(word) ? word : tame.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`

const pathOf = (judgement: Judgement): string | undefined =>
  'counterexample' in judgement ? judgement.counterexample.path : undefined

/** What that command consists of, as a shell must be given it: an option stands with its value. */
export const replayParts = (
  id: string, { seed, runs }: Pick<Effort, 'seed' | 'runs'>, judgement: Judgement, file?: string
): ReadonlyArray<string> => {
  const path = pathOf(judgement)
  const options = [
    `--seed ${seed}`, `--runs ${runs}`, ...path === undefined ? [] : [`--path ${path}`],
    ...file === undefined ? [] : [`--claims ${quoted(file)}`]
  ]
  // what begins with - would be taken for a flag, unless flags are over
  return ['lemmata verify', ...id.startsWith('-') ? [...options, `-- ${quoted(id)}`] : [quoted(id), ...options]]
}

/**
 * The command that judges one claim again and comes to the same counterexample; `file` is where the claim is from, if not registered.
 */
export const replayCommand = (
  id: string, spent: Pick<Effort, 'seed' | 'runs'>, judgement: Judgement, file?: string
): string => replayParts(id, spent, judgement, file).join(' ')

/** The same in a program, such as a test, that has the claim in its hands. */
export const replayCall = ({ seed, runs }: Pick<Effort, 'seed' | 'runs'>, judgement: Judgement): string => {
  const path = pathOf(judgement)
  const spent = `effort(${runs}, ${seed})`
  return `assertClaim(claim, ${path === undefined ? spent : `{ ...${spent}, path: ${JSON.stringify(path)} }`})`
}
