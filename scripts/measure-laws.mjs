// How small an error in one entry of a gradient the laws see: node scripts/measure-laws.mjs [COUNT], after npm run build.
import fc from 'fast-check'
import { activations, leakyReluSubject } from '../dist/properties/subjects/activations.js'
import { affineSubject } from '../dist/properties/subjects/affine.js'
import { derivativeRelations } from '../dist/properties/layers/againstDefinition.js'
import { convolutionSubject } from '../dist/properties/layers/convolution.js'
import { dropoutSubject } from '../dist/properties/subjects/dropout.js'
import { cotangentFrom, directionFrom, seeds } from '../dist/properties/cases/hashed.js'
import { gradientRelations } from '../dist/properties/losses/loss.js'
import { knownGradient } from '../dist/properties/losses/known.js'
import { callsOf, subjectOf as lossOf } from '../dist/properties/losses/subject.js'
import { liftAll } from '../dist/properties/layers/derivative.js'
import { knownPullback } from '../dist/properties/layers/knownPullback.js'
import { lossSubjects } from '../dist/properties/subjects/losses.js'
import { groupNormSubject, normalisations } from '../dist/properties/subjects/normalisations.js'
import { multiHeadSubject, sequenceSubjects } from '../dist/properties/subjects/sequences.js'
import { averagePoolingSubject } from '../dist/properties/layers/averagePooling.js'
import { maxPoolingSubject } from '../dist/properties/layers/maxPooling.js'
import { subjectOf } from '../dist/properties/layers/bound.js'
import { averagePool2d, conv2d, maxPool2d } from '../dist/src/layer/index.js'
import { measurePlain } from '../dist/src/claim/plain.js'
import { ball, magnitude, toInterval } from '../dist/src/number/index.js'
import * as T from '../dist/src/tensor/index.js'

const count = Number(process.argv[2] ?? 1000)
const digits = ball(300)
const seed = 1

const violated = relations => relations.some(relation => measurePlain(relation).outcome === 'violated')

const changed = (t, position, by) => T.fromFlat(t.shape, Array.from(t.data, (a, i) => (i === position ? a * by : a)))

// Below it doubles have fewer digits.
const leastNormal = 2 ** -1022

/** What is found of one suite: its entries, those whose enclosure resolves 1e-9, and those of them seen at an error of 1e-8. */
const nothingYet = () => ({
  entries: 0, resolved: 0, seen: 0, falseAlarms: 0, near: 0, nearSeen: 0, below: 0, belowSeen: 0, cancelled: 0
})

/** One gradient: its entries, their enclosures, the true ones, and whether the law sees an entry multiplied by a number. */
const look = (found, { floats, enclosures, truth, sees }) => {
  const largest = Math.max(...truth.map(magnitude))
  truth.forEach((exact, i) => {
    const size = magnitude(exact)
    if (size < leastNormal || exact.lo * exact.hi <= 0) return
    const width = enclosures[i].hi - enclosures[i].lo
    found.entries += 1
    if (width < 1e-9 * size) {
      found.resolved += 1
      if (sees(i, 1 + 1e-8)) found.seen += 1
    } else if (size < 1e-6 * largest) found.cancelled += 1
    if (size < 2e-9) {
      const seen = sees(i, 2)
      if (size < 1e-9) {
        found.below += 1
        if (seen) found.belowSeen += 1
      }
      if (size > 5e-10) {
        found.near += 1
        if (seen) found.nearSeen += 1
      }
    }
  })
  if (floats.length !== truth.length) throw new Error('entries are missing')
}

const measureLayer = given => {
  const subject = subjectOf(given)
  const found = nothingYet()
  for (const [{ options, inputs }, own] of fc.sample(fc.tuple(subject.cases, seeds), { numRuns: count, seed })) {
    const bound = subject.bind(options)
    const { y, pullback } = bound.run(inputs)
    const dy = cotangentFrom(own, y.shape)
    const pulled = pullback(dy)
    const known = knownPullback(bound, inputs)(dy)
    const exact = bound.printed?.(digits)(liftAll(digits.of, inputs)).pullback(T.liftGrid(digits.of)(dy))
    const refutes = given => violated(derivativeRelations(bound, inputs, dy, given, directionFrom(own)))
    if (refutes(pulled)) found.falseAlarms += 1
    for (const name of bound.varying) {
      const enclosures = known[name].entries
      const sees = (i, by) => refutes({ ...pulled, [name]: changed(pulled[name], i, by) })
      const truth = exact?.[name].entries.map(toInterval) ?? enclosures
      look(found, { floats: pulled[name].data, enclosures, truth, sees })
    }
  }
  return [given.name, found]
}

const measureLoss = given => {
  const subject = lossOf(given)
  const found = nothingYet()
  for (const call of fc.sample(callsOf(subject), { numRuns: count, seed })) {
    const { options = {}, target, scores } = call
    const answer = subject.loss(options)(target)(scores)
    const enclosures = knownGradient(subject, call)
    const exact = subject.printed?.(digits)(options)(target)(T.liftGrid(digits.of)(scores)).gradient.map(toInterval)
    if (violated(gradientRelations(subject, call))) found.falseAlarms += 1
    const withError = (i, by) => ({ ...answer, gradient: changed(answer.gradient, i, by) })
    const sees = (i, by) => violated(gradientRelations(subject, call, withError(i, by)))
    look(found, { floats: answer.gradient.data, enclosures, truth: exact ?? enclosures, sees })
  }
  return [given.name, found]
}

const began = performance.now()
const exact = [
  convolutionSubject({ name: 'conv2d', conv2d }), maxPoolingSubject({ name: 'maxPool2d', pool: maxPool2d }), affineSubject
].map(measureLayer)
const others = [
  ...[...activations, leakyReluSubject, averagePoolingSubject({ name: 'averagePool2d', pool: averagePool2d }), ...normalisations,
    groupNormSubject, dropoutSubject, ...sequenceSubjects, multiHeadSubject].map(measureLayer),
  ...Object.values(lossSubjects).map(measureLoss)
]

const share = (part, whole) => (whole === 0 ? 'none' : `${part} of ${whole}`)
const percent = ({ resolved, entries }) => `${(100 * resolved / entries).toFixed(3)} %`
const rows = [...exact, ...others].map(([name, found]) => [
  name, String(found.entries), percent(found), share(found.seen, found.resolved), share(found.nearSeen, found.near),
  share(found.belowSeen, found.below), share(found.cancelled, found.entries - found.resolved), String(found.falseAlarms)
])
const heads = [
  '', 'entries', 'resolved', 'off by 1e-8: seen', 'doubled near 1e-9', 'doubled below 1e-9', 'unresolved, cancelled', 'false alarms'
]
const widths = heads.map((head, c) => Math.max(head.length, ...rows.map(row => row[c].length)))
const padded = (cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))
for (const row of [heads, ...rows]) console.log(row.map(padded).join('  '))
console.log('Entries that are not 0 (nor below 2^-1022), at scales from 2^-40 to 2^40. Resolved: the enclosure is below 1e-9 of the entry.')
console.log('Cancelled: below 1e-6 of the largest entry beside it, as in a normalised group of three with two equal values.')
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`)

// A group of two numbers is normalised to 1 and -1, whatever they are: its gradient is what is left of a difference.
const holds = ([, { entries, resolved, seen, near, nearSeen, falseAlarms }], least) =>
  seen === resolved && nearSeen === near && falseAlarms === 0 && resolved >= least * entries
process.exitCode = exact.every(found => holds(found, 1)) && others.every(found => holds(found, 0.9)) ? 0 : 1
