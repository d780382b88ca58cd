import type { Functions } from '../../src/bridge/python.js'
import { isRight, type JudgedFunction } from '../../src/report/judged/Judged.js'
import { contractsOf, courses } from '../contracts/courses.js'
import type { Contract } from '../contracts/Contract.js'
import type { Ask } from './called.js'
import type { Draws } from './drawn.js'
import { judgeFile, onlyNamed } from './judgeFile.js'

/** What two contracts for one function may differ in from year to year. */
const promise = (all: ReadonlyArray<Contract>): string => JSON.stringify(all.map(({ forward, domain }) => [forward, domain]))

/** Says of a function that is wrong by what year it would be right: a course may have changed what a name means. */
export const withOtherCourses = (
  judged: ReadonlyArray<JudgedFunction>, course: string, functions: Functions, ask: Ask, draws: Draws
): ReadonlyArray<JudgedFunction> => judged.map(each => {
  if (each.verdict !== 'wrong' && each.verdict !== 'wrong shape') return each
  const own = promise(onlyNamed(contractsOf(course), [each.name]))
  const other = Object.keys(courses).filter(name => name !== course).find(name => {
    const contracts = onlyNamed(contractsOf(name), [each.name])
    return promise(contracts) !== own
      && judgeFile(contracts, functions, ask, draws).some(found => found.name === each.name && isRight(found.verdict))
  })
  return other === undefined ? each
    : { ...each, says: `${each.says}; by the contract of ${other} it is right: give --course ${other} if that is yours` }
})
