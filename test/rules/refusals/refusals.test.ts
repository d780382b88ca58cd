import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../src/prelude/index.js'
import * as classic from '../../../src/classic/index.js'
import * as data from '../../../src/data/index.js'
import * as differences from '../../../src/difference/index.js'
import * as layers from '../../../src/layer/index.js'
import * as losses from '../../../src/loss/index.js'
import * as models from '../../../src/model/index.js'
import * as optimizers from '../../../src/optimizer/index.js'
import * as random from '../../../src/random/index.js'
import * as solving from '../../../src/solver/index.js'
import * as T from '../../../src/tensor/index.js'
import * as training from '../../../src/train/index.js'
import { ofClassics, ofDifferences } from './classics.js'
import { makers, plainLayers } from './layers.js'
import { ofData, ofLosses, ofModels, ofOptimizers, ofRandom, ofSolver, ofTraining } from './others.js'
import { ofTensors } from './tensors.js'
import type { Call } from './wrong.js'

// Every function that is exported is called with what it takes, which must be answered, and with one argument of a wrong kind, shape or
// name at a time, which must be refused in its name.

/** What a call gives, and after how many stages. */
const outcomeOf = (
  f: unknown, stages: ReadonlyArray<ReadonlyArray<unknown>>
): { readonly value: unknown; readonly stage: number } => {
  let value = f
  let stage = 0
  for (const given of stages) {
    try {
      value = (value as (...all: ReadonlyArray<unknown>) => unknown)(...given)
    } catch (error) {
      return { value: error, stage }
    }
    stage += 1
  }
  const either = value as { readonly _tag?: string; readonly left?: unknown } | undefined
  return { value: either?._tag === 'Left' ? either.left : value, stage }
}

const show = (value: unknown): string => {
  if (typeof value === 'function') return `the function ${value.name}`
  return JSON.stringify(value, (
    _, inner: unknown
  ) => (typeof inner === 'bigint' ? `${inner}n` : inner instanceof Float64Array ? '<floats>' : inner)) ?? 'undefined'
}

/** The wrong calls of a call that are answered, refused in another name, refused too late, or end in another error. */
const unrefused = (f: unknown, place: string, call: Call): ReadonlyArray<string> =>
  call.flatMap((stage, s) => stage.flatMap(({ wrong, atOnce = false }, a) =>
    wrong.flatMap(value => {
      const given = call.map((arguments_, t) => arguments_.map(({ good }, b) => (s === t && a === b ? value : good)))
      const { value: outcome, stage: at } = outcomeOf(f, given)
      const told = `argument ${a + 1} of stage ${s + 1} as ${show(value)}`
      if (!(outcome instanceof Refusal)) return [`${told}: ${outcome instanceof Error ? outcome.message : 'answered'}`]
      if (outcome.place !== place) return [`${told}: in the name of ${outcome.message}`]
      return atOnce && at > s ? [`${told}: refused too late`] : []
    })))

/** Combinators that are not ours. */
const exempt: Readonly<Record<string, ReadonlyArray<string>>> = {
  random: ['of', 'map', 'chain', 'traverse', 'uniform', 'split']
}

/** A maker of layers of one part refuses as its plain function does: Affine(0) in the name of affine. */
const placeOf = (room: string, name: string): string => {
  const plain = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
  return room === 'layer' && plain in plainLayers ? plain : name
}

const rooms = {
  T: { exports: T, calls: ofTensors },
  layer: { exports: layers, calls: { ...plainLayers, ...makers } },
  loss: { exports: losses, calls: ofLosses },
  optimizer: { exports: optimizers, calls: ofOptimizers },
  model: { exports: models, calls: ofModels },
  data: { exports: data, calls: ofData },
  train: { exports: training, calls: ofTraining },
  solver: { exports: solving, calls: ofSolver },
  random: { exports: random, calls: ofRandom },
  classic: { exports: classic, calls: ofClassics },
  difference: { exports: differences, calls: ofDifferences }
}

describe.each(Object.entries(rooms))('%s', (room, { exports, calls }) => {
  test('the list is complete', () => {
    const functions = Object.entries(exports).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    expect(functions.filter(name => !(name in calls) && !(exempt[room] ?? []).includes(name))).toEqual([])
  })
  describe.each(Object.entries(calls))('%s', (name, examples) => {
    const f = (exports as Readonly<Record<string, unknown>>)[name]
    test('answers what it takes', () => {
      const answers = examples.map(call => outcomeOf(f, call.map(stage => stage.map(({ good }) => good))).value)
      expect(answers.filter(value => value instanceof Error)).toEqual([])
    })
    test('refuses in its name what it does not', () => {
      expect(examples.flatMap(call => unrefused(f, placeOf(room, name), call))).toEqual([])
    })
  })
})
