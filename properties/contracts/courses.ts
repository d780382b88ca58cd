import { refuse } from '../../src/prelude/index.js'
import { didYouMean } from '../../src/prelude/didYouMean.js'
import type { Contract } from './Contract.js'
import { affineLayer, affineRelu, dropoutLayers, type MeaningOfP, reluLayer } from './layers.js'
import { lossContracts } from './losses.js'
import { type GroupParams, normalisations } from './normalisations.js'
import { sequenceContracts } from './sequences.js'
import { updateContracts } from './updates.js'
import { convolution, convRelu, convReluPool, maxPooling } from './windows.js'

/** In what the contracts of a course differ from year to year. */
export interface Course {
  readonly about: string
  /** What p is to dropout. */
  readonly p: MeaningOfP
  /** Whether the penalty is half of reg times the sum of squares. */
  readonly half: boolean
  readonly group: GroupParams
}

/** The courses whose contracts are shipped, the newest first. */
export const courses: Readonly<Record<string, Course>> = {
  'cs231n-2020': { about: 'p of dropout is the probability to keep; gamma of group norm is (1, C, 1, 1)', p: 'keep', half: false, group: 'image' },
  'cs231n-2018': { about: 'p of dropout is the probability to keep; gamma of group norm is (C,)', p: 'keep', half: false, group: 'channels' },
  'cs231n-2017': { about: 'p of dropout is the probability to drop', p: 'drop', half: false, group: 'channels' },
  'cs231n-2016': { about: 'p of dropout is the probability to drop; penalties are half of reg times the squares', p: 'drop', half: true, group: 'channels' }
}

export const newestCourse = 'cs231n-2020'

/** The contracts of a course by its name. */
export const contractsOf = (name: string = newestCourse): ReadonlyArray<Contract> => {
  const course = courses[name]
  if (course === undefined) {
    const known = Object.keys(courses)
    return refuse('input', '--course', `one of ${known.join(', ')}`, `${name}${didYouMean(name, known)}`)
  }
  return [
    affineLayer, reluLayer, affineRelu, ...dropoutLayers(course.p), ...normalisations(course.group),
    ...['naive', 'fast', 'im2col', 'strides'].map(convolution), ...['naive', 'fast', 'im2col'].map(maxPooling),
    convRelu, convReluPool, ...lossContracts(course.half), ...updateContracts,
    ...sequenceContracts
  ]
}
