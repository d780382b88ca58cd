import type { Io } from './Io.js'

/** 0 all as expected, 1 an unexpected verdict, 2 misuse, 70 a bug of ours, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 70 | 130

/** What a command does with the words after its name. */
export type Run = (argv: ReadonlyArray<string>, io: Io) => Promise<ExitCode>

export interface Command {
  readonly about: string
  /** Loaded when the command is chosen, so that help is there at once. */
  readonly load: () => Promise<Run>
}
