import fc from 'fast-check'
import { gradientOf, held, logisticLoss, relu, sigmoid } from '../../src/definition/index.js'
import {
  type ArrayOf, atMost, type Claim, claim, drawn, equal, equalGrids, erratum, example, forAll, vector
} from '../../src/claim/index.js'
import {
  type Analytic, dot, type Dual, dualAnalytic, type Grid, grid, type Shape, sizeOf, vectorOf
} from '../../src/number/index.js'

// One hidden layer h = relu(w x + b), one output o = <v, h> + c, and the loss log(1 + exp(-y o)) of a label y of -1 or 1.

const source = 'Object recognition assignment 2, question 1'
const gradients = 'Object recognition assignment 2, gradients'

const label = drawn(fc.constantFrom(-1, 1))
const number = drawn(fc.integer({ min: -40, max: 40 }).map(k => k / 4))
const small = (shape: Shape): ArrayOf => ({
  kind: 'array',
  shape,
  draw: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(
    ks => ks.map(k => k / 4)
  )
})

const minusOf = <A>(N: Analytic<A>, x: A): A => N.sub(N.of(0), x)

/** log(1 + exp(-m)) of a margin m = y o. */
const lossOf = <A>(N: Analytic<A>, m: A): A => logisticLoss(N)([1])(vectorOf([m]))

const twoForms: Claim = claim(
  {
    id: 'object-recognition-2/logistic-loss/two-forms',
    title: 'The loss is minus the logarithm of the probability that the sigmoid gives to the label',
    statement: String.raw`\log(1 + e^{-y o}) = -\log \sigma(y o)`,
    source,
    rows: ['A2-NN-03']
  },
  forAll({ y: label, o: number }, (N, { y, o }) =>
    equal(lossOf(N, N.mul(y, o)), minusOf(N, N.log(sigmoid(N)(N.mul(y, o))))))
)

const complement: Claim = claim(
  {
    id: 'object-recognition-2/logistic-loss/complement',
    title: 'The probabilities of the two labels sum to 1',
    statement: String.raw`\sigma(-o) = 1 - \sigma(o)`,
    source,
    rows: ['A2-NN-05']
  },
  forAll({ o: number }, (N, { o }) => equal(sigmoid(N)(minusOf(N, o)), N.sub(N.of(1), sigmoid(N)(o))))
)

const convexity: Claim = claim(
  {
    id: 'object-recognition-2/logistic-loss/convexity',
    title: 'The loss is convex in the margin: it lies above its tangents, whose slope is -sigma(-m)',
    statement: String.raw`\ell(n) \ge \ell(m) - \sigma(-m) (n - m)`,
    source,
    rows: ['A2-NN-03']
  },
  forAll({ m: number, gap: drawn(fc.integer({ min: 1, max: 20 }).map(k => k / 4)) }, (N, { m, gap }) => {
    const tangent = (n: typeof m) => N.sub(lossOf(N, m), N.mul(sigmoid(N)(minusOf(N, m)), N.sub(n, m)))
    return [N.add(m, gap), N.sub(m, gap)].map(n => atMost(tangent(n), lossOf(N, n)))
  })
)

const cut: Claim = erratum(
  {
    id: 'object-recognition-2/logistic-loss/cut-sigmoid',
    title: 'Below -20 the sigmoid is e^x / (1 + e^x), which cannot overflow, and not 0, which loses all digits',
    statement: String.raw`\sigma(x) = \frac{e^x}{1 + e^x} > 0`,
    source: 'Object recognition assignment 2, the sigmoid in code',
    rows: ['A2-NN-06']
  },
  {
    printed: {
      text: '0 for x < -20',
      tex: String.raw`0 \text{ for } x < -20`,
      judge: example(N => equal(N.of(0), sigmoid(N)(N.of(-21))))
    },
    corrected: {
      text: 'e^x / (1 + e^x) for x < 0',
      tex: String.raw`\frac{e^x}{1 + e^x} \text{ for } x < 0`,
      judge: forAll({ o: number }, (N, { o }) => equal(N.div(N.exp(o), N.add(N.of(1), N.exp(o))), sigmoid(N)(o)))
    }
  }
)

const outputLayer: Claim = claim(
  {
    id: 'object-recognition-2/logistic-loss/output-layer',
    title: 'The derivatives by the output weights and bias are -y sigma(-y o) h and -y sigma(-y o)',
    statement: String.raw`\frac{\partial \ell}{\partial v} = -y\, \sigma(-y o)\, h, \quad \frac{\partial \ell}{\partial c} = -y\, \sigma(-y o)`,
    source: gradients,
    rows: ['A2-GR-01', 'A2-GR-02']
  },
  forAll({ y: label, h: small([3]), v: small([3]), c: number }, (N, { y, h, v, c }) => {
    const D = dualAnalytic(N)
    const constant = (x: typeof y): Dual<typeof y> => ({ value: x, tangent: N.of(0) })
    const o = N.add(dot(N)(v, h), c)
    const slope = N.mul(minusOf(N, y), sigmoid(N)(minusOf(N, N.mul(y, o))))
    const byWeights = gradientOf(N)(u => lossOf(D, D.mul(constant(y), D.add(dot(D)(u, held(N)(h)), constant(c)))))(v)
    const byBias = gradientOf(N)(u => lossOf(D, D.mul(constant(y), D.add(constant(dot(N)(v, h)), u.at(0)))))(
      vectorOf([c])
    )
    return [...equalGrids(byWeights, grid([3], i => N.mul(slope, h.at(i))), 'dv'), equal(byBias.at(0), slope, 'dc')]
  })
)

/** h = relu(w x + b) as a vector. */
const hidden = <A>(N: Analytic<A>, w: Grid<A>, x: Grid<A>, b: Grid<A>): Grid<A> =>
  relu(N)(grid([2], i => N.add(N.add(N.mul(w.at(i, 0), x.at(0)), N.mul(w.at(i, 1), x.at(1))), b.at(i))))

/** The gradients by w and b beside -y sigma(-y o) mask_i, times x_j for those by w. */
const hiddenLayer = (mask: <A>(N: Analytic<A>, h: A, v: A) => A) =>
  forAll({ y: label, x: small([2]), w: small([2, 2]), b: small([2]), v: vector(2) }, (N, { y, x, w, b, v }) => {
    const D = dualAnalytic(N)
    const loss = <A>(M: Analytic<A>, sign: A, h: Grid<A>, u: Grid<A>): A => lossOf(M, M.mul(sign, dot(M)(u, h)))
    const constant: Dual<typeof y> = { value: y, tangent: N.of(0) }
    const h = hidden(N, w, x, b)
    const slope = N.mul(minusOf(N, y), sigmoid(N)(minusOf(N, N.mul(y, dot(N)(v, h)))))
    const byBias = grid([2], i => N.mul(slope, mask(N, h.at(i), v.at(i))))
    return [
      ...equalGrids(
        gradientOf(N)(u => loss(D, constant, hidden(D, held(N)(w), held(N)(x), u), held(N)(v)))(b), byBias, 'db'
      ),
      ...equalGrids(gradientOf(N)(u => loss(D, constant, hidden(D, u, held(N)(x), held(N)(b)), held(N)(v)))(w),
        grid([2, 2], (i, j) => N.mul(byBias.at(i), x.at(j))), 'dw')
    ]
  })

const hiddenMask: Claim = erratum(
  {
    id: 'object-recognition-2/logistic-loss/hidden-mask',
    title: 'The mask of the hidden layer is 1 where a unit is above 0; it does not compare units with weights',
    statement: String.raw`\mathrm{POS}(h, v)_i = [h_i > 0]\, v_i`,
    source: gradients,
    rows: ['A2-GR-03', 'A2-GR-04', 'A2-GR-05']
  },
  {
    printed: {
      text: 'POS(h, v)_i = [h_i = v_i] v_i',
      tex: String.raw`\mathrm{POS}(h, v)_i = [h_i = v_i]\, v_i`,
      judge: hiddenLayer((N, h, v) => N.where(h, v, N.where(v, h, v, N.of(0)), N.of(0)))
    },
    corrected: {
      text: 'POS(h, v)_i = [h_i > 0] v_i',
      tex: String.raw`\mathrm{POS}(h, v)_i = [h_i > 0]\, v_i`,
      judge: hiddenLayer((N, h, v) => N.where(N.of(0), h, N.of(0), v))
    }
  }
)

export const claims: ReadonlyArray<Claim> = [twoForms, complement, convexity, cut, outputLayer, hiddenMask]
