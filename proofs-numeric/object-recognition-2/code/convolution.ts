import { type Claim, claim, equal, everyCase, type Plain } from '../../../src/claim/index.js'
import { Conv2d } from '../../../src/layer/index.js'
import { sizeOf } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'

export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'object-recognition-2/convolution/weights',
    title: 'Ten 5x5 filters for three channels have weights of shape 10x3x5x5 and ten biases',
    statement: String.raw`\text{our convolution of ten filters 5x5, built for an image 3x384x512, begins with weights of the shape 10x3x5x5, 750 in all, and with ten biases; its output is 10x380x508}`,
    spoken: 'it is about code, files or time',
    source: 'Object recognition assignment 2, convolution',
    rows: ['A2-CV-03']
  },
  everyCase('an image of 3x384x512', [{ image: [3, 384, 512] }], ({ image }) => {
    const { output, init } = orThrow(Conv2d(10, 5).build(image))
    const [params] = run(init, seedOf(0))
    const [w, b] = [params?.['w']?.shape ?? [], params?.['b']?.shape ?? []]
    const sizes = [...w, ...b, ...output, sizeOf(w)]
    return [10, 3, 5, 5, 10, 10, 380, 508, 750].map((size, i) => equal<Plain>(sizes[i] ?? NaN, size, `size ${i}`))
  })
)]
