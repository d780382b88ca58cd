import type { Command, Run } from './Command.js'
import { didYouMean } from '../prelude/didYouMean.js'
import { wrap } from '../prelude/wrap.js'
import { misuse, UsageError } from './UsageError.js'
import { version } from './version.js'

const commands: Readonly<Record<string, Command>> = {
  verify: {
    about: 'judge the claims, or those that match a pattern', load: async () => (await import('./verify.js')).verify
  },
  ledger: { about: 'what the documents state, row by row, and what was found', load: async () =>
    (await import('./ledger.js')).ledger },
  soak: {
    about: 'judge the sampled claims again under many seeds', load: async () => (await import('./soak.js')).soak
  },
  differentiate: {
    about: 'every intermediate number of a derivative, four ways',
    load: async () => (await import('./differentiate.js')).differentiate
  },
  check: {
    about: 'judge the formulas of a document as they are written', load: async () => (await import('./check.js')).check
  },
  judge: {
    about: 'judge the numpy functions of a file, such as homework', load: async () => (await import('./judge.js')).judge
  },
  train: { about: 'an experiment of the documents, with its errors and pictures', load: async () =>
    (await import('./train.js')).train }
}

const help = (): string => [
  'Lemmata checks the mathematics of deep learning by computing it.',
  '',
  'usage: lemmata <command> [options]',
  '',
  ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(15)}${about}`),
  '',
  '  lemmata <command> --help says more; --version gives the version and the kernel',
  ''
].join('\n')

/** The whole command: picks what was asked for, runs it, and turns misuse into one sentence and exit code 2. */
export const run: Run = async (argv, io) => {
  const [name = '--help', ...rest] = argv
  try {
    // a kernel that is asked for is there, before anything is computed
    if (process.env['LEMMATA_KERNEL'] !== undefined) await kernelUsed()
    if (name === '--help' || name === '-h' || name === 'help') io.out(help())
    else if (name === '--version' || name === '-v') io.out(`${version()} (kernel: ${await kernelUsed()})\n`)
    else return await (await commandNamed(name).load())(rest, io)
    return 0
  } catch (error) {
    const said = `lemmata${Object.hasOwn(commands, name) ? ` ${name}` : ''}: ${tell(error)}`
    io.err(`${said.split('\n').map(line => wrap(line, '', '  ')).join('\n')}\n`)
    return error instanceof UsageError ? 2 : 70
  }
}

const kernelUsed = async (): Promise<string> => (await import('./kernelUsed.js')).kernelUsed()

const commandNamed = (name: string): Command => {
  const known = [...Object.keys(commands), '--help', '--version']
  return (Object.hasOwn(commands, name) ? commands[name] : undefined)
    ?? misuse(`unknown command ${name}${didYouMean(name, known) || `; known are ${known.join(', ')}`}`)
}

const tell = (error: unknown): string => {
  if (error instanceof UsageError) return error.message
  return `this should not happen: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
}
