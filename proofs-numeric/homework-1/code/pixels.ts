import fc from 'fast-check'
import { atMost, type Claim, claim, equal, type Plain, sampled } from '../../../src/claim/index.js'
import { ball, point, toInterval } from '../../../src/number/index.js'
import * as T from '../../../src/tensor/index.js'
import { quarter } from '../../../properties/cases/quarters.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { scaledPicture } from '../../../properties/cases/scaledPicture.js'
import { sparsely } from '../../../properties/cases/sparsely.js'

/** 255 (x - min) / (max - min), and 127.5 where a picture has one value only. */
const bytes = (picture: Tensor): Tensor => T.mul(T.add(scaledPicture(picture), 1), 127.5)

const entries = fc.array(quarter(40), { minLength: 1, maxLength: 6 })
const coarse = ball(40)

export const claims: ReadonlyArray<Claim> = [sparsely(claim(
  {
    id: 'homework-1/pixels/to-bytes',
    title: 'Min-max scaling maps a picture to [0, 255], and one of a single value to 127.5, where it is 0 / 0',
    statement: String.raw`\text{our scaling to the range from -1 to 1, plus 1, times 127.5, makes of one to six drawn pixels what the formula gives, up to rounding, the least 0 and the largest 255; a single value gives 127.5}`,
    spoken: 'it is about code, files or time',
    source: 'Deep learning homework 1, showing filtered pictures and trained filters',
    rows: ['HW1-MN-09', 'HW1-PT-04', 'HW1-SYS-21']
  },
  sampled<{ readonly x: ReadonlyArray<number> }>({ x: entries }, ({ x }) => {
    const [low, high] = [Math.min(...x), Math.max(...x)]
    return [...bytes(T.fromNested(x)).data].flatMap((shown, i) => {
      const part = low === high ? coarse.of(0.5) : coarse.div(coarse.of((x[i] ?? NaN) - low), coarse.of(high - low))
      return [
        equal<Plain>(point(shown), toInterval(coarse.mul(coarse.of(255), part)), `pixel ${i}`),
        atMost<Plain>(0, shown, `pixel ${i}, from below`),
        atMost<Plain>(shown, 255, `pixel ${i}, from above`),
        ...(low < high && x[i] === low ? [equal<Plain>(shown, 0, 'the smallest')] : []),
        ...(low < high && x[i] === high ? [equal<Plain>(shown, 255, 'the largest')] : [])
      ]
    })
  })
))]
