import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, wrap } from '../prelude/index.js'
import { studyPage } from '../report/study/page.js'
import { standalone } from '../report/study/standalone.js'
import { findingLines, tableLines } from '../report/study/text.js'
import type { NamedBytes, Outcome, Settings, Steps, Study } from '../study/index.js'
import type { ExitCode, Run } from './Command.js'
import { interruption, type Interruption } from './interrupt.js'
import type { Io } from './Io.js'
import { makeFolder } from './outputFile.js'
import { bar, progress } from './progress.js'
import { type Render, type Renderer, renderer } from './renderer.js'
import { freshFolder, runFiles, writeText, writeWhole } from './runFiles.js'
import { runTraining } from './trained.js'
import { changedSettings, readTrainOptions, trainHelp, type TrainOptions } from './trainOptions.js'
import { misuse, UsageError } from './UsageError.js'

/** Repeats an experiment of the documents; `found` gives what draws PNG files. */
export const trainDrawing = (found: () => Promise<Renderer>): Run => async (argv, io) => {
  const { studies } = await import('../../proofs-numeric/studies.js')
  const options = readTrainOptions(argv, Object.keys(studies))
  if (options === 'help') return told(io, trainHelp)
  if (options === 'list') {
    const all = await Promise.all(Object.values(studies).map(async load => (await load()).experiment))
    return told(io, `${all.map(listed).join('\n\n')}\n`)
  }
  const { experiment } = await studies[options.name]!()
  const signal = interruption()
  try {
    return await repeat(experiment, options, signal, io, found)
  } catch (error) {
    // what a file of the user holds, and a setting out of range
    if (error instanceof Refusal) return misuse(error.message)
    throw error
  } finally {
    signal.forget()
  }
}

export const train: Run = trainDrawing(renderer)

const told = (io: Io, text: string): ExitCode => {
  io.out(text)
  return 0
}

const listed = ({ name, document, place, about, reported, seconds, files }: Study): string => [
  wrap(`${name}  (${document}, ${place}; ${time(seconds.short)}${longer(seconds)})`, '', '  '),
  wrap(about, '  '), wrap(`Reported: ${reported}`, '  '),
  ...files === undefined ? [] : [wrap(`--data DIR: ${files}`, '  ')]
].join('\n')

const longer = ({ short, documented }: Study['seconds']): string =>
  (documented > short ? `, --full ${time(documented)}` : '')

const time = (seconds: number): string => (seconds < 90 ? `about ${seconds} s`
  : seconds < 7200 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`)

const repeat = async (
  study: Study, options: TrainOptions, signal: Interruption, io: Io, found: () => Promise<Renderer>
): Promise<ExitCode> => {
  const settings = changedSettings(options.full ? study.documented : study.short, options.changed)
  const files = options.data === undefined ? undefined : filesIn(study, options.data)
  const say = (text: string): void => { if (!options.json) io.out(`${wrap(text, '', '  ')}\n`) }
  const steps = study.run(settings, options.seed, files)
  const data = options.data ?? study.withoutFiles ?? 'drawn'
  prepare(options, { experiment: study.name, seed: options.seed, data, settings })
  say(`${study.title} (${study.document}, ${study.place}): ${time(study.seconds[options.full ? 'documented' : 'short'])}`)
  say(`${Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`).join(', ')}; seed ${options.seed}`)
  const outcome = await follow(steps, options, say, signal, io)
  if (outcome === undefined) {
    say(`interrupted; lemmata train ${study.name} --resume goes on, with the same options`)
    return 130
  }
  const drawing = outcome.pictures.length === 0 ? undefined : await found()
  if (typeof drawing === 'string') io.err(`${wrap(`pictures are not written as PNG: ${drawing}`, '', '  ')}\n`)
  const written = write(study, options, settings, outcome, typeof drawing === 'string' ? undefined : drawing)
  if (options.json) io.out(`${JSON.stringify({
    experiment: study.name, seed: options.seed, data, settings,
    results: outcome.results, claims: outcome.findings, files: written
  }, null, 2)}\n`)
  else io.out([...outcome.tables.map(tableLines), findingLines(outcome.findings)].join(''))
  say(`Reported: ${study.reported}`)
  say(`the page is ${join(options.out, 'index.html')}`)
  return outcome.findings.every(isExpected) ? 0 : 1
}

/** What a document reports need not be decided by a short run. */
const isExpected = ({ expected, verdict }: Outcome['findings'][number]): boolean =>
  verdict === 'undecided' || (verdict === 'supported') === (expected === 'holds')

const filesIn = ({ name, files }: Study, folder: string): ReadonlyArray<NamedBytes> => {
  if (files === undefined) return misuse(`--data: ${name} reads no files; leave --data out`)
  try {
    return readdirSync(folder).sort().filter(name => statSync(join(folder, name)).isFile())
      .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${code ?? String(error)})`
    return misuse(`--data ${folder} ${why}; name a folder that holds ${files}`)
  }
}

/** The folder, ready: emptied of an earlier run, or with one that this run can go on from. */
const prepare = ({ out, resume }: TrainOptions, begun: object): void => {
  const [file, text] = [join(out, 'begun.json'), `${JSON.stringify(begun)}\n`]
  try {
    makeFolder(out)
    const earlier = resume && existsSync(file) ? readFileSync(file, 'utf8') : text
    if (earlier !== text) misuse(`--resume: ${out} was begun with ${earlier.trim()}; this is ${text.trim()}`)
    if (resume && existsSync(file)) return
    if (!existsSync(file) && existsSync(join(out, 'runs'))) {
      misuse(`--out ${out} has a folder runs that no experiment of ours has made; name another folder`)
    }
    freshFolder(join(out, 'runs'))
    writeText(file, text)
  } catch (error) {
    if (error instanceof UsageError) throw error
    misuse(`--out ${out} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}); name a folder of yours`)
  }
}

/** Asks an experiment for its steps, and answers what it asks. */
const follow = async (
  steps: Steps<Outcome>, options: TrainOptions, say: (text: string) => void, signal: Interruption, io: Io
): Promise<Outcome | undefined> => {
  const shown = progress(io)
  const watching = {
    io, signal, resume: options.resume, ...(options.printEvery === undefined ? {} : { printEvery: options.printEvery })
  }
  let next = steps.next()
  while (next.done !== true) {
    await signal.pause()
    if (signal.stopped()) return undefined
    const request = next.value
    if (request.tag === 'train') {
      shown.clear()
      const solved = await runTraining(request, runFiles(join(options.out, 'runs'), request.name), watching)
      if (solved === undefined) return undefined
      next = steps.next(solved)
      continue
    }
    if (request.tag === 'tell') say(request.text)
    if (request.tag === 'progress') shown.show(`${bar(request.done / request.of)} ${request.what} ${request.done} of ${request.of}`)
    next = steps.next(request.tag === 'clock' ? performance.now() : undefined)
  }
  shown.clear()
  return next.value
}

const write = (
  study: Study, { out, seed, data }: TrainOptions, settings: Settings, outcome: Outcome, render: Render | undefined
): ReadonlyArray<string> => {
  const pictures = outcome.pictures.flatMap(picture => {
    const svg = standalone(picture.svg)
    const file = (kind: string): string => join(out, `${picture.name}.${kind}`)
    return [[file('svg'), svg] as const, ...render === undefined ? [] : [[file('png'), render(svg)] as const]]
  })
  const page = [join(out, 'index.html'), studyPage({ study, settings, seed, outcome, ...data === undefined ? {} : { data } })] as const
  for (const [file, content] of [page, ...pictures]) writeWhole(file, content)
  return [page, ...pictures].map(([file]) => file)
}
