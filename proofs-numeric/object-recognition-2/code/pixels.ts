import { atMost, type Claim, claim, everyCase, type Plain } from '../../../src/claim/index.js'
import * as T from '../../../src/tensor/index.js'
import { scaledPicture } from '../../../properties/cases/scaledPicture.js'

const thereAndBack: Claim = claim(
  {
    id: 'object-recognition-2/pixels/there-and-back',
    title: 'To [-1, 1] and back: a byte comes back bit for bit from 64 on, and within 2^-55 below',
    statement: String.raw`\text{each of the 256 bytes over 255, scaled by our functions to the range from -1 to 1, halved and moved up by a half, is the same double as before from 64 on, and below it within 2 to the power -55}`,
    spoken: 'it is about code, files or time',
    source: 'Object recognition assignment 2, data loading and display',
    rows: ['A2-CI-02']
  },
  everyCase('the 256 bytes', [T.div(T.arange(256), 255)], x => {
    const back = T.add(T.div(scaledPicture(x), 2), 0.5)
    // doubles that are this close have an exact difference
    return [...T.abs(T.sub(back, x)).data].map((away, k) => atMost<Plain>(away, k < 64 ? 2 ** -55 : 0, `byte ${k}`))
  })
)

export const claims: ReadonlyArray<Claim> = [thereAndBack]
