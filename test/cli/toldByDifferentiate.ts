import { run } from '../../src/cli/run.js'

interface Told {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What `lemmata differentiate` prints for these arguments, and its exit code. */
export const told = async (...argv: ReadonlyArray<string>): Promise<Told> => {
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const io = {
    out: (t: string) => { out.push(t) }, err: (t: string) => { err.push(t) }, colour: false, interactive: false
  }
  const code = await run(['differentiate', ...argv], io)
  return { code, out: out.join(''), err: err.join('') }
}
