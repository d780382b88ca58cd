import { nameOf, readSignature } from '../../src/bridge/signature.js'
import type { Functions } from '../../src/bridge/python.js'
import type { Fault } from '../../src/bridge/Value.js'
import type { Contract } from '../contracts/Contract.js'
import { type Ask, faultOf } from './called.js'
import type { Draws } from './drawn.js'
import { judgeContract } from './judgeContract.js'
import { type JudgedFunction, verdicts } from '../../src/report/judged/Judged.js'

/** The names of the functions that contracts know. */
export const knownNames = (contracts: ReadonlyArray<Contract>): ReadonlyArray<string> => [...new Set(
  contracts.flatMap(({ forward, backward = [] }) => [forward, ...backward].map(text => nameOf(readSignature(text))))
)]

/** The contracts that know one of these names. */
export const onlyNamed = (contracts: ReadonlyArray<Contract>, names: ReadonlyArray<string>): ReadonlyArray<Contract> =>
  contracts.filter(contract => knownNames([contract]).some(name => names.includes(name)))

/** The contracts that know none of them. */
export const without = (contracts: ReadonlyArray<Contract>, names: ReadonlyArray<string>): ReadonlyArray<Contract> =>
  contracts.filter(contract => !knownNames([contract]).some(name => names.includes(name)))

/** The functions and methods that a text of Python defines, for one that cannot be loaded. */
export const functionsIn = (source: string): Functions => {
  const defined = [...source.matchAll(/^(class|def|[ \t]+def)[ \t]+(\w+)/gm)]
  const names = defined.map(([, kind, name = ''], k) => {
    if (kind === 'class') return undefined
    const [, , around] = kind === 'def' ? [] : defined.slice(0, k).findLast(([, other]) => other === 'class') ?? []
    return around === undefined ? name : `${around}.${name}`
  })
  return Object.fromEntries(names.flatMap(name => (name === undefined ? [] : [[name, [0, Infinity]]])))
}

/** What is said of functions whose file could not be loaded. */
export const neverLoaded = (names: ReadonlyArray<string>, failure: Fault): ReadonlyArray<JudgedFunction> => {
  const { verdict, says, line } = faultOf(failure)
  const all = {
    verdict: verdict === 'hangs' ? verdict : 'raises', law: 'form', says: `the file cannot be loaded: ${says}`,
    ...typeof line === 'number' ? { line } : {}
  } as const
  return names.map(name => ({ name, ...all }))
}

/**
 * Judges the functions of a file that contracts know; of several contracts for one function, as in several modes, the worst verdict counts.
 * `tell` hears of each function as soon as it is known.
 */
export const judgeFile = (
  contracts: ReadonlyArray<Contract>, functions: Functions, ask: Ask, draws: Draws,
  tell: (name: string) => void = () => {}
): ReadonlyArray<JudgedFunction> => {
  // of contracts for one function that which fits and passes most
  const passes = ({ forward }: Contract): number => readSignature(forward).arguments.length
  const rivals = (each: Contract): ReadonlyArray<Contract> => contracts.filter(other =>
    other !== each && sameName(other, each) && other.when === each.when && fits(functions, other))
  const fitting = contracts.filter(each => (fits(functions, each)
    ? rivals(each).every(other => passes(other) <= passes(each)) : rivals(each).length === 0))
  const all = fitting.flatMap(contract => {
    const judged = judgeContract(contract, name => functions[name] !== undefined, ask, draws)
    judged.forEach(({ name }) => { tell(name) })
    return judged
  })
  return [...new Set(all.map(({ name }) => name))].map(name => all.filter(each => each.name === name).reduce(worse))
}

const sameName = (a: Contract, b: Contract): boolean =>
  nameOf(readSignature(a.forward)) === nameOf(readSignature(b.forward))

/** Whether the function takes as many arguments as the contract gives it, and the class of a method as many as that is made with. */
const fits = (functions: Functions, { forward }: Contract): boolean => {
  const signature = readSignature(forward)
  const takes = (name: string, count: number): boolean => {
    const [least, most] = functions[name] ?? [0, -1]
    return count >= least && count <= most
  }
  return takes(nameOf(signature), signature.arguments.length)
    && (signature.of === undefined || takes(signature.of.name, signature.of.arguments.length))
}

const worse = (a: JudgedFunction, b: JudgedFunction): JudgedFunction =>
  (verdicts.indexOf(b.verdict) < verdicts.indexOf(a.verdict) ? b : a)
