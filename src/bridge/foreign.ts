import { refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { openPython, type Python, type PythonOptions } from './python.js'
import { isKept, namesIn, readSignature, type Signature, type Slot } from './signature.js'
import type { Argument, Outcome, Result } from './Value.js'

// Functions of Python as layers, losses and optimizers, so that the suites of laws can judge them.

type Named = Readonly<Record<string, Tensor>>
type Given = Readonly<Record<string, Argument>>

/** How a layer is called: `affine_forward(x, w, b) -> out, cache`, and `affine_backward(dout, cache) -> dx, dw, db`. */
export interface Pass extends PythonOptions {
  readonly forward: string
  readonly backward: string
  /** The names in the signature that are options; all others but the first are parameters. */
  readonly options?: ReadonlyArray<string>
}

interface Answer {
  readonly y: Tensor
  readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: Named }
}

// One process for a file, whoever asks: it ends with the thread that asks.
const running = new Map<string, Python>()

// How functions ended that hung or ended their process: they are not called again, since each smaller case would cost as long.
const ended = new Map<string, string>()

const pythonFor = (file: string, options: PythonOptions): Python => {
  const key = JSON.stringify([file, options.python, options.seconds])
  const before = running.get(key)
  if (before !== undefined) return before
  const python = openPython(file, options)
  running.set(key, python)
  return python
}

const argument = (slot: Slot, given: Given): Argument => {
  switch (slot.kind) {
    case 'number': return slot.value
    case 'name': return given[slot.name] ?? slot.name
    case 'record': return Object.fromEntries(Object.entries(slot.of).map(([key, each]) => [key, argument(each, given)]))
  }
}

/** Calls a function and gives its results in order; refuses, in its name, what is no answer. */
const results = (
  python: Python, { name, arguments: slots, results: wanted }: Signature, given: Given
): ReadonlyArray<Result> => {
  const key = `${python.file} ${name}`
  const before = ended.get(key)
  if (before !== undefined) return refuse('input', name, 'an answer', before)
  const outcome = python.call({
    name, arguments: slots.map(slot => argument(slot, given)),
    names: slots.map(slot => (slot.kind === 'name' ? slot.name : '')),
    results: wanted.length, keep: wanted.flatMap((slot, k) => (isKept(slot) ? [k] : []))
  })
  if (outcome.kind === 'hung' || outcome.kind === 'died') ended.set(key, told(outcome))
  if (outcome.kind !== 'returned') return refuse('input', name, 'an answer', told(outcome))
  return outcome.count === wanted.length ? outcome.results
    : refuse('input', name, `${wanted.length} results`, String(outcome.count))
}

const told = (outcome: Exclude<Outcome, { readonly kind: 'returned' }>): string => {
  const at = outcome.line === null ? '' : ` (line ${outcome.line})`
  switch (outcome.kind) {
    case 'raised': return `${outcome.error}: ${outcome.message}${at}`
    case 'hung': return `none after ${outcome.seconds} s${at}`
    case 'died': return `the end of its process: ${outcome.how}${at}`
  }
}

/** A result as a tensor; of what is none, an empty one, which the law of forms refuses by its shape. */
const tensorOf = (result: Result | undefined): Tensor =>
  (result?.kind === 'doubles' ? result.tensor : T.fromFlat([0], []))

/**
 * Functions of a Python file as the layer of a suite of laws: `x => { y, pullback }`, with `params =>` before it where the signature
 * names more arrays, and `options =>` before that where it has options. The file runs with your rights, in a process of its own that starts
 * when it is first called.
 *
 * @example
 * typeof python('layers.py', { forward: 'relu_forward(x) -> out, cache', backward: 'relu_backward(dout, cache) -> dx' }) // 'function'
 */
export const python = (file: string, { forward, backward, options = [], ...rest }: Pass): ((first: never) => never) => {
  const [ahead, back] = [readSignature(forward), readSignature(backward)]
  const [x = 'x', ...others] = namesIn(ahead.arguments)
  const names = others.filter(name => !options.includes(name))
  const answer = (given: Given): Answer => {
    const process = pythonFor(file, rest)
    const [y, cache] = results(process, ahead, given)
    return {
      y: tensorOf(y),
      pullback: dy => {
        const [dout = 'dout'] = namesIn(back.arguments)
        const pulled = results(process, back, { [dout]: dy, cache: cache?.kind === 'kept' ? cache : null })
        const named = Object.fromEntries(namesIn(back.results).map((name, k) => [name.slice(1), tensorOf(pulled[k])]))
        const { [x]: dx = tensorOf(undefined), ...dp } = named
        return { dx, dp }
      }
    }
  }
  const ofX = (given: Given) => (input: Tensor): Answer => answer({ ...given, [x]: input })
  const ofParams = (given: Given) => (names.length === 0 ? ofX(given) : (params: Named) => ofX({ ...given, ...params }))
  const whole = options.length === 0 ? ofParams({}) : (chosen: Given) => ofParams(chosen)
  return whole as unknown as (first: never) => never
}

/** A loss of Python, `softmax_loss(x, y) -> loss, dx`, as `labels => scores => { value, gradient }`. */
export const pythonLoss = (file: string, signature: string, options: PythonOptions = {}) => {
  const loss = readSignature(signature)
  const [x = 'x', y = 'y'] = namesIn(loss.arguments)
  return (labels: ReadonlyArray<number>) => (scores: Tensor): { readonly value: number; readonly gradient: Tensor } => {
    const [value, gradient] = results(pythonFor(file, options), loss, {
      [x]: scores, [y]: { kind: 'wholes', shape: [labels.length], data: labels }
    })
    return { value: value?.kind === 'doubles' ? T.item(value.tensor) : NaN, gradient: tensorOf(gradient) }
  }
}

type Memory = Named

interface Steps {
  readonly init: (w: Tensor) => Memory
  readonly update: (gradient: Tensor) => (w: Tensor) => (memory: Memory) => [Tensor, Memory]
}

/**
 * An update rule of Python, `momentum(w, dw, {learning_rate: 0.01, velocity: v}) -> next_w, {velocity: v}`, as an optimizer: what the
 * record of the results names is its memory, zeros at first. A step is what it answers for w = 0, since what a rounded sum w + step leaves
 * of the step is not all of it.
 */
export const pythonOptimizer = (file: string, signature: string, options: PythonOptions = {}): Steps => {
  const rule = readSignature(signature)
  const [w = 'w', dw = 'dw'] = namesIn(rule.arguments)
  const record = rule.results.find(slot => slot.kind === 'record')
  const keys = record?.kind === 'record' ? Object.entries(record.of) : []
  const zeros = (like: Tensor): Tensor => T.zeros(like.shape)
  return {
    init: like => Object.fromEntries(keys.flatMap(([, slot]) => (slot.kind === 'name' ? [[slot.name, zeros(like)]] : []))),
    update: gradient => parameter => memory => {
      const answered = results(pythonFor(file, options), rule, { ...memory, [w]: zeros(parameter), [dw]: gradient })
      const after = answered.find(result => result.kind === 'record')
      return [tensorOf(answered[0]), Object.fromEntries(keys.flatMap(([key, slot]) =>
        (slot.kind === 'name' ? [[slot.name, tensorOf(after?.kind === 'record' ? after.of[key] : undefined)]] : [])))]
    }
  }
}
