import fc from 'fast-check'
import { type Claim, claim, equal, type Plain, sampled } from '../../../src/claim/index.js'

const float = String.raw`[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?`
const trainLoss = new RegExp(`.*Train Loss: (${float})`)

/** The number that the pattern finds on a line, if it finds one. */
const lossOn = (line: string): number | undefined => {
  const [, text] = trainLoss.exec(line) ?? []
  return text === undefined ? undefined : Number(text)
}

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
const notFinite = fc.constantFrom('nan', 'inf', '-inf', 'NaN', 'Infinity')
const forms: ReadonlyArray<(x: number) => string> = [String, x => x.toExponential(), x => `+${Math.abs(x)}`]

interface Drawn {
  readonly x: number
  readonly y: number
  readonly unread: string
}

export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'homework-1/training-logs/loss-pattern',
    title: 'The pattern for losses reads every finite number, and passes over nan and inf without a word',
    statement: String.raw`\text{on a line with the words Train Loss and a number the pattern finds this number, of two such the last, and none where nan or inf stands}`,
    spoken: 'it is about code, files or time',
    source: 'Deep learning homework 1, visualising the PyTorch model',
    rows: ['HW1-PT-01', 'HW1-SYS-23']
  },
  sampled<Drawn>({ x: numbers, y: numbers, unread: notFinite }, ({ x, y, unread }) => [
    ...forms.map((print, k) => equal<Plain>(
      lossOn(`[3] Train Loss: ${print(x)}, Val Acc: .5`) ?? NaN, Number(print(x)), `form ${k}`
    )),
    equal<Plain>(lossOn(`Train Loss: ${x} Train Loss: ${y}`) ?? NaN, y, 'two on a line'),
    equal<Plain>(Number(lossOn(`Train Loss: ${unread}`) === undefined), 1, unread)
  ])
)]
