import { atMost, type Claim, claim, everyCase, type Plain, type Relation } from '../../src/claim/index.js'
import { type Rational, rational } from '../../src/number/index.js'

const h = 1e-5

const size = (a: Rational): Rational => rational.max(a, rational.sub(rational.of(0), a))

/** What x + h moves by, where doubles are so far apart: the whole number of gaps nearest to h. */
const moved = (gap: number): Rational => rational.of(Math.round(h / gap) * gap)

/** |a - b| / (|a| + |b|) of a slope of 1 and of moved / h. */
const errorIn = (gap: number): Rational =>
  rational.div(size(rational.sub(moved(gap), rational.of(h))), rational.add(moved(gap), rational.of(h)))

/** The gaps between doubles in [1, 2) and [2, 4), and the figure in [1, 2). */
const gaps = [2 ** -52, 2 ** -51]

/** The errors in print, of maps whose slopes are 1 or 0: relu, max pooling, and the shift of a batch norm. */
const printedErrors = [3.275624595460045e-12, 3.27562514223145e-12, 3.275608725278405e-12]

const inGap = (gap: number): ReadonlyArray<Relation<Plain>> => [
  atMost<Plain>(rational.mul(
    rational.of(2), size(rational.sub(moved(gap), rational.of(h)))
  ), rational.of(gap), 'h moves to the nearest'),
  // a product with the cotangent and a quotient round once each: by 2^-53 relative to a slope, half of that relative to both
  ...printedErrors.map(printed =>
    atMost<Plain>(size(rational.sub(rational.of(printed), errorIn(gap))), rational.of(2 ** -53), `beside ${printed}`)),
  // closer to 0, half a gap is less
  atMost<Plain>(rational.div(rational.of(2 ** -54), rational.of(2 * h)), errorIn(gap), 'below 1')
]

/** The error of a numeric gradient that does not depend on what is checked. */
export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'gaze/finite-differences/unit-slope',
    title: 'The error printed for maps of slope 1 is that of 1e-5 in whole gaps between doubles: a constant',
    statement:
      String.raw`\frac{|k u - h|}{k u + h} = 3.2756 \cdot 10^{-12},\quad u = 2^{-52},\ k = \lfloor h / u \rceil`,
    source: 'Gaze assignment, check of the relu; convolutional networks notebook, checks of max pooling and batch normalisation',
    rows: ['E228-NUM-02']
  },
  everyCase('the gaps in [1, 2) and [2, 4), three printed errors', gaps, inGap)
)]
