import fc from 'fast-check'
import { claim, equal, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import type { Solved, Solver } from '../../src/solver/index.js'
import type {
  answered, Answer, eachOf, fileWith, fromFile, NamedBytes, Outcome, Request, Steps, studyOf, StudyParts, timed, told,
  trained
} from '../../src/study/index.js'
import { reads } from '../drawings/framed.js'
import { refusalOf } from '../judges/refuses.js'

interface StepsSubject {
  readonly name: string
  readonly answered: typeof answered
  readonly eachOf: typeof eachOf
  readonly fileWith: typeof fileWith
  readonly fromFile: typeof fromFile
  readonly studyOf: typeof studyOf
  readonly timed: typeof timed
  readonly told: typeof told
  readonly trained: typeof trained
}

interface Gone<A> {
  readonly requests: ReadonlyArray<Request>
  readonly value: A
}

/** What is asked for on the way, and where it leads when it is answered one after the other. */
const gone = <A>(steps: Steps<A>, answers: ReadonlyArray<Answer>): Gone<A> => {
  const requests: Array<Request> = []
  let next = steps.next()
  while (next.done !== true) {
    requests.push(next.value)
    next = steps.next(answers[requests.length - 1])
  }
  return { requests, value: next.value }
}

const nothing: Outcome = { results: {}, tables: [], pictures: [], findings: [] }

/** An experiment that gives back what it was given. */
const parts: StudyParts<{ readonly size: number }, string> = {
  name: 'two-rates', title: '', document: '', place: '', about: '', reported: '', documented: { size: 2 }, short: { size: 1 },
  seconds: { short: 0, documented: 0 }, draw: ({ size }, seed) => `drawn ${size} ${seed}`,
  run: function* ({ settings, data, seed }) {
    yield { tag: 'tell', text: data }
    return { ...nothing, results: { size: settings.size, seed } }
  }
}

interface Files {
  readonly names: ReadonlyArray<string>
  readonly word: string
}

export const stepsLaws: Law<StepsSubject> = subject => {
  const { name } = subject
  return [
    claim(
      {
        id: `${name}/each`, title: 'Each of a list is done in turn, and before it is told how many were done',
        statement: String.raw`y_i = f(x_i, i)`, source: 'Standard practice'
      },
      sampled<{ readonly list: ReadonlyArray<number> }>({ list: fc.array(fc.nat(9), { maxLength: 5 }) }, ({ list }) => {
        const steps = (): Steps<ReadonlyArray<string>> => subject.eachOf('squares', list, (a, index) => `${a * a} at ${index}`)
        const { requests, value } = judgedBy('eachOf', () => gone(steps(), []))
        const expected = list.map((a, k) => `${a * a} at ${k}`).join()
        return [
          reads(value.join(), expected, 'what is made'), reads(judgedBy('answered', () => subject.answered(steps())).join(), expected, 'answered'),
          reads(
            JSON.stringify(requests), JSON.stringify(list.map((_, k) => ({ tag: 'progress', what: 'squares', done: k, of: list.length }))),
            'what is told')
        ]
      })
    ),
    claim(
      {
        id: `${name}/requests`, title: 'A training, a line and a time are asked for as they are, and the answer is what is given back',
        statement: String.raw`\Delta t = t_1 - t_0`, source: 'Standard practice'
      },
      sampled<{ readonly seed: number; readonly from: number; readonly long: number; readonly text: string }>(
        { seed: fc.nat(99), from: fc.nat(999), long: fc.nat(999), text: fc.string({ maxLength: 4 }) },
        ({ seed, from, long, text }) => {
          const [solver, solved] = [{} as Solver, {} as Solved]
          const training = judgedBy('trained', () => gone(subject.trained(text, solver, seed), [solved]))
          const [asked] = training.requests
          const timing = judgedBy('timed', () => gone(subject.timed(() => seed), [from, from + long]))
          return [
            equal<Plain>(Number(asked?.tag === 'train' && asked.solver === solver), 1, 'the solver'),
            reads(asked?.tag === 'train' ? `${asked.name} ${asked.seed}` : '', `${text} ${seed}`, 'the name and the seed'),
            equal<Plain>(Number(training.value === solved), 1, 'how it ended'),
            equal<Plain>(timing.value.value, seed, 'the value'), equal<Plain>(timing.value.milliseconds, long, 'milliseconds'),
            reads(timing.requests.map(({ tag }) => tag).join(), 'clock,clock', 'what is asked'),
            equal<Plain>(judgedBy('answered', () => subject.answered(subject.timed(() => 1))).milliseconds, 0, 'milliseconds, of a clock that stands'),
            reads(JSON.stringify(gone(subject.told(text), []).requests), JSON.stringify([{ tag: 'tell', text }]), 'the line')
          ]
        })
    ),
    claim(
      {
        id: `${name}/data`, title: 'An experiment gets its settings, its seed, and data that are drawn, or read from files',
        statement: String.raw`\text{Files that an experiment needs none of are refused.}`, spoken: 'it is about code, files or time',
        source: 'Standard practice'
      },
      sampled<{ readonly size: number; readonly seed: number; readonly count: number }>(
        { size: fc.nat(9), seed: fc.nat(9), count: fc.nat(3) }, ({ size, seed, count }) => {
          const files = Array.from({ length: count }, (_, k): NamedBytes => ({ name: `${k}.png`, bytes: Uint8Array.of(k) }))
          const reading = subject.studyOf({ ...parts, read: (given, settings, s) => `read ${given.length} ${settings.size} ${s}` })
          const drawing = subject.studyOf(parts)
          const of = (study: typeof drawing, ...from: ReadonlyArray<ReadonlyArray<NamedBytes>>) =>
            judgedBy('studyOf', () => gone(study.run({ size }, seed, from[0]), []))
          const saying = (text: string): string => JSON.stringify([{ tag: 'tell', text }])
          return [
            reads(JSON.stringify(of(drawing).requests), saying(`drawn ${size} ${seed}`), 'data drawn'),
            reads(JSON.stringify(of(reading).requests), saying(`drawn ${size} ${seed}`), 'data drawn, where they may be read'),
            reads(JSON.stringify(of(reading, files).requests), saying(`read ${count} ${size} ${seed}`), 'data read'),
            reads(JSON.stringify(of(drawing).value.results), JSON.stringify({ size, seed }), 'settings and seed'),
            reads(drawing.name, parts.name, 'the name'),
            reads(refusalOf(() => drawing.run({ size }, seed, files)), `two-rates: expected no files, for it needs none, got ${count}`, 'the refusal')
          ]
        })
    ),
    claim(
      {
        id: `${name}/files`, title: 'A file is found by a word that it alone has in its name, which begins what is refused of it',
        statement: String.raw`\text{No file of that word, or two, is refused with the names that there are.}`,
        spoken: 'it is about code, files or time', source: 'Standard practice'
      },
      sampled<Files>({
        names: fc.array(fc.constantFrom('train.csv', 'test.csv', 'test.png', 'labels'), { maxLength: 4 }),
        word: fc.constantFrom('train', 'test', '.csv', 'labels')
      }, ({ names, word }) => {
        const files = names.map((one, k): NamedBytes => ({ name: one, bytes: Uint8Array.of(k) }))
        const right = files.filter(({ name: one }) => one.includes(word))
        const found = attempt(() => subject.fileWith('moons', files, word))
        const file: NamedBytes = { name: word, bytes: Uint8Array.of(7) }
        return [
          equal<Plain>(Number(isLeft(found)), Number(right.length !== 1), 'whether it is refused'),
          equal<Plain>(isLeft(found) ? -1 : found.right.bytes[0] ?? NaN, right.length === 1 ? right[0]?.bytes[0] ?? NaN : -1, 'the file'),
          ...isLeft(found) ? [reads(
            found.left.message, `moons: expected one file with "${word}" in its name, got ${names.join(', ') || 'none'}`, 'the refusal')] : [],
          equal<Plain>(judgedBy('fromFile', () => subject.fromFile(file, bytes => bytes[0] ?? NaN)), 7, 'what is read'),
          reads(
            refusalOf(() => subject.fromFile(file, () => subject.fileWith('moons', [], 'x'))),
            `${word}: moons: expected one file with "x" in its name, got none`, 'a refusal on the way')
        ]
      })
    )
  ]
}
