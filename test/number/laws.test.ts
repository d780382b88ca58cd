import { describe, expect, test } from 'vitest'
import type { Formal } from '../../src/number/formal.js'
import { compared, type Sides } from './comparing.js'

describe('a law, which is not true of any functions', () => {
  test.each<readonly [string, Sides]>([
    ['exp(x+y)=exp x exp y', (N, { x, y }) => [N.exp(N.add(x, y)), N.mul(N.exp(x), N.exp(y))]],
    ['exp(-x)=1/exp x', (N, { x }, n) => [N.exp(N.neg(x)), N.div(n(1), N.exp(x))]],
    ['exp(3x)=exp(x)^3', (N, { x }, n) => [N.exp(N.mul(n(3), x)), N.power(N.exp(x), 3)]],
    ['exp(x/2)^2=exp(x)', (N, { x }, n) => [N.square(N.exp(N.div(x, n(2)))), N.exp(x)]],
    ['exp(0.01x)^100', (N, { x }) => [N.power(N.exp(N.mul(N.decimal('0.01'), x)), 100), N.exp(x)]],
    ['exp(0)=1', (N, { x }, n) => [N.exp(N.sub(x, x)), n(1)]],
    ['exp(1)=e', (N, _, n) => [N.exp(n(1)), N.e()]],
    ['log e=1', (N, _, n) => [N.log(N.e()), n(1)]],
    ['exp((x+y)z)', (N, { x, y, z }) => [N.exp(N.mul(N.add(x, y), z)), N.mul(N.exp(N.mul(x, z)), N.exp(N.mul(y, z)))]],
    ['(x+y)^2 in exp', (N, { x, y }) =>
      [N.exp(N.square(N.add(x, y))), N.mul(
        N.mul(N.exp(N.square(x)), N.exp(N.square(y))), N.square(N.exp(N.mul(x, y)))
      )]],
    ['log(ab)', (N, { a, b }) => [N.log(N.mul(a, b)), N.add(N.log(a), N.log(b))]],
    ['log(a^3)', (N, { a }, n) => [N.log(N.power(a, 3)), N.mul(n(3), N.log(a))]],
    ['log(a/b)', (N, { a, b }) => [N.log(N.div(a, b)), N.sub(N.log(a), N.log(b))]],
    ['log((x^2+1) exp y)', (N, { x, y }, n) =>
      [N.log(N.mul(N.add(N.square(x), n(1)), N.exp(y))), N.add(y, N.log(N.add(n(1), N.square(x))))]],
    ['log(6a)=log 2+log 3+log a', (N, { a }, n) =>
      [N.log(N.mul(n(6), a)), N.add(N.add(N.log(n(2)), N.log(n(3))), N.log(a))]],
    ['log exp x', (N, { x }) => [N.log(N.exp(x)), x]],
    ['exp log x', (N, { a }) => [N.exp(N.log(a)), a]],
    ['exp(y log a)=pow', (N, { a, y }) => [N.exp(N.mul(y, N.log(a))), N.pow(a, y)]],
    ['pow laws', (N, { a, y, z }) => [N.mul(N.pow(a, y), N.pow(a, z)), N.pow(a, N.add(y, z))]],
    ['pow pow', (N, { a, y, z }) => [N.pow(N.pow(a, y), z), N.pow(a, N.mul(y, z))]],
    ['pow(a b)', (N, { a, b, y }) => [N.pow(N.mul(a, b), y), N.mul(N.pow(a, y), N.pow(b, y))]],
    ['sqrt(a)^2', (N, { a }) => [N.square(N.sqrt(a)), a]],
    ['sqrt(x2+1)^2', (N, { x }, n) => [N.square(N.sqrt(N.add(N.square(x), n(1)))), N.add(n(1), N.square(x))]],
    ['sqrt(4a)=2 sqrt a', (N, { a }, n) => [N.sqrt(N.mul(n(4), a)), N.mul(n(2), N.sqrt(a))]],
    ['1/sqrt2=sqrt2/2', (N, _, n) => [N.div(n(1), N.sqrt(n(2))), N.div(N.sqrt(n(2)), n(2))]],
    ['sqrt8', (N, _, n) => [N.sqrt(n(8)), N.mul(n(2), N.sqrt(n(2)))]],
    ['sqrt(ab)', (N, { a, b }) => [N.sqrt(N.mul(a, b)), N.mul(N.sqrt(a), N.sqrt(b))]],
    ['sqrt(x2)=|x|', (N, { x }) => [N.sqrt(N.square(x)), N.abs(x)]],
    ['|x|^2', (N, { x }) => [N.square(N.abs(x)), N.square(x)]],
    ['|xy|', (N, { x, y }) => [N.abs(N.mul(x, y)), N.mul(N.abs(x), N.abs(y))]],
    ['|x-y|=|y-x|', (N, { x, y }) => [N.abs(N.sub(x, y)), N.abs(N.sub(y, x))]],
    ['sqrt(a)=a^(1/2)', (N, { a }, n) => [N.sqrt(a), N.pow(a, N.div(n(1), n(2)))]],
    ['log sqrt a', (N, { a }, n) => [N.log(N.sqrt(a)), N.div(N.log(a), n(2))]],
    ['sigmoid(-x)', (N, { x }, n) => [N.sigmoid(N.neg(x)), N.sub(n(1), N.sigmoid(x))]],
    ['sigmoid def', (N, { x }, n) => [N.sigmoid(x), N.div(N.exp(x), N.add(n(1), N.exp(x)))]],
    ['tanh exp', (N, { x }, n) =>
      [N.tanh(x), N.div(N.sub(N.exp(N.mul(n(2), x)), n(1)), N.add(N.exp(N.mul(n(2), x)), n(1)))]],
    ['tanh sigmoid', (N, { x }, n) => [N.tanh(x), N.sub(N.mul(n(2), N.sigmoid(N.mul(n(2), x))), n(1))]],
    ['tanh odd', (N, { x }) => [N.tanh(N.neg(x)), N.neg(N.tanh(x))]],
    ['tanh sum', (N, { x, y }, n) =>
      [N.tanh(N.add(x, y)), N.div(N.add(N.tanh(x), N.tanh(y)), N.add(n(1), N.mul(N.tanh(x), N.tanh(y))))]],
    ['cosh2-sinh2', (N, { x }, n) => [N.sub(N.square(N.cosh(x)), N.square(N.sinh(x))), n(1)]],
    ['softplus', (N, { x }, n) => [N.softplus(x), N.log(N.add(n(1), N.exp(x)))]],
    ['softplus(x)-softplus(-x)=x', (N, { x }) => [N.sub(N.softplus(x), N.softplus(N.neg(x))), x]],
    ['log sigmoid', (N, { x }) => [N.log(N.sigmoid(x)), N.neg(N.softplus(N.neg(x)))]],
    ['log sigmoid 2', (N, { x }) => [N.log(N.sigmoid(x)), N.sub(x, N.softplus(x))]],
    ['expm1/log1p', (N, { x }) => [N.log1p(N.expm1(x)), x]],
    ['log10', (N, { a }, n) => [N.log10(N.mul(n(10), a)), N.add(n(1), N.log10(a))]],
    ['log x^2 = 2 log|x|', (N, { x }, n) => [N.log(N.square(x)), N.mul(n(2), N.log(N.abs(x)))]],
    ['sin2+cos2', (N, { x, y }, n) => [N.add(N.square(N.sin(N.add(x, y))), N.square(N.cos(N.add(x, y)))), n(1)]],
    ['sin(-x)', (N, { x }) => [N.sin(N.neg(x)), N.neg(N.sin(x))]],
    ['sin(x+y)', (N, { x, y }) => [N.sin(N.add(x, y)), N.add(N.mul(N.sin(x), N.cos(y)), N.mul(N.cos(x), N.sin(y)))]],
    ['cos2x', (N, { x }, n) => [N.cos(N.mul(n(2), x)), N.sub(n(1), N.mul(n(2), N.square(N.sin(x))))]],
    ['sin(x+pi)', (N, { x }) => [N.sin(N.add(x, N.pi())), N.neg(N.sin(x))]],
    ['sin(pi/2-x)', (N, { x }, n) => [N.sin(N.sub(N.div(N.pi(), n(2)), x)), N.cos(x)]],
    ['max sym', (N, { x, y }) => [N.max(x, y), N.max(y, x)]],
    ['max+min', (N, { x, y }) => [N.add(N.max(x, y), N.min(x, y)), N.add(x, y)]],
    ['relu(x)-relu(-x)', (N, { x }) => [N.sub(N.relu(x), N.relu(N.neg(x))), x]],
    ['exp cos', (N, { x }, n) => [N.mul(N.exp(N.cos(x)), N.exp(N.neg(N.cos(x)))), n(1)]],
    ['sigmoid as 2-softmax', (N, { x, y }) => [N.div(N.exp(x), N.add(N.exp(x), N.exp(y))), N.sigmoid(N.sub(x, y))]],
    ['log x^3 unsigned', (N, { x }, n) => [N.log(N.power(x, 3)), N.mul(n(3), N.log(x))]],
    ['log 1/x unsigned', (N, { x }, n) => [N.log(N.div(n(1), x)), N.neg(N.log(x))]],
    ['erf odd', (N, { x }) => [N.erf(N.neg(x)), N.neg(N.erf(x))]],
    ['where', (N, { x, y }, n) => [N.where(x, y, x, y), N.add(y, N.mul(N.where(x, y, n(1), n(0)), N.sub(x, y)))]]
  ])('%s', (_, sides) => {
    expect(compared(sides, true)).toBe('same')
    expect(compared(sides, false)).toBe('different')
  })
})

describe('laws together', () => {
  const softmax = (N: Parameters<Sides>[0], scores: ReadonlyArray<Formal>): Formal =>
    N.div(N.exp(scores[0] ?? N.of(0)), N.sum(scores.map(N.exp)))
  test.each<readonly [string, Sides]>([
    ['softmax does not see a shift', (N, { x, y, z, a }) =>
      [softmax(N, [x, y, z]), softmax(N, [x, y, z].map(score => N.add(score, a)))]],
    ['softmax of two is a sigmoid', (N, { x, y }) => [softmax(N, [x, y]), N.sigmoid(N.sub(x, y))]],
    ['the logarithm of softmax', (N, { x, y, z }) =>
      [N.log(softmax(N, [x, y, z])), N.sub(x, N.log(N.sum([x, y, z].map(N.exp))))]],
    ['the logarithm of the other probability', (N, { x }, n) =>
      [N.log(N.sub(n(1), N.sigmoid(x))), N.neg(N.log(N.add(n(1), N.exp(x))))]],
    ['the logarithm of the odds', (N, { x }, n) => [N.log(N.div(N.sigmoid(x), N.sub(n(1), N.sigmoid(x)))), x]],
    ['log(1/x + 1 - 1/x) = 0', (N, { x }, n) => [N.log(N.sub(N.add(N.div(n(1), x), n(1)), N.div(n(1), x))), n(0)]],
    ['the safe sum of exponentials', (N, { x, y }) => {
      const most = N.max(x, y)
      return [N.log(N.add(N.exp(x), N.exp(y))), N.add(most, N.log(N.add(N.exp(N.sub(x, most)), N.exp(N.sub(y, most)))))]
    }],
    ['the logarithm of a normal density', (N, { x, y, a }, n) => {
      const half = N.div(N.square(N.sub(x, y)), N.mul(n(2), N.square(a)))
      const root = N.sqrt(N.mul(N.mul(n(2), N.pi()), N.square(a)))
      return [N.log(N.div(N.exp(N.neg(half)), root)), N.neg(
        N.add(N.add(half, N.log(a)), N.div(N.log(N.mul(N.pi(), n(2))), n(2)))
      )]
    }]
  ])('%s', (_, sides) => { expect(compared(sides, true)).toBe('same') })
})

describe('no law is', () => {
  test.each<readonly [string, Sides]>([
    ['exp(x+y)=exp+exp', (N, { x, y }) => [N.exp(N.add(x, y)), N.add(N.exp(x), N.exp(y))]],
    ['exp(xy)=exp exp', (N, { x, y }) => [N.exp(N.mul(x, y)), N.mul(N.exp(x), N.exp(y))]],
    ['exp(2x)=2exp', (N, { x }, n) => [N.exp(N.mul(n(2), x)), N.mul(n(2), N.exp(x))]],
    ['exp(-x)=-exp x', (N, { x }) => [N.exp(N.neg(x)), N.neg(N.exp(x))]],
    ['sqrt(x2)=x', (N, { x }) => [N.sqrt(N.square(x)), x]],
    ['sqrt(x+y)', (N, { a, b }) => [N.sqrt(N.add(a, b)), N.add(N.sqrt(a), N.sqrt(b))]],
    ['sigmoid(-x)=-sigmoid', (N, { x }) => [N.sigmoid(N.neg(x)), N.neg(N.sigmoid(x))]],
    ['log(a+b)', (N, { a, b }) => [N.log(N.add(a, b)), N.add(N.log(a), N.log(b))]],
    ['log(1-sigmoid)=log(sigmoid)', (N, { x }, n) => [N.log(N.sub(n(1), N.sigmoid(x))), N.log(N.sigmoid(x))]],
    ['log(odds)=-x', (N, { x }, n) => [N.log(N.div(N.sigmoid(x), N.sub(n(1), N.sigmoid(x)))), N.neg(x)]],
    ['log(1-1/(1+x))=log x-log(1+x)', (N, { x }, n) =>
      [N.log(N.sub(n(1), N.div(n(1), N.add(n(1), x)))), N.sub(N.log(x), N.log(N.add(n(1), x)))]],
    ['log(x^2)/2 exp = x', (N, { x }, n) => [N.exp(N.div(N.log(N.square(x)), n(2))), x]],
    ['(xy)^.5 = ', (N, { x, y }) => [N.sqrt(N.mul(x, y)), N.mul(N.sqrt(N.abs(x)), N.sqrt(y))]],
    ['|x|=x', (N, { x }) => [N.abs(x), x]],
    ['|x|^3=x^3', (N, { x }) => [N.power(N.abs(x), 3), N.power(x, 3)]],
    ['|x+y|', (N, { x, y }) => [N.abs(N.add(x, y)), N.add(N.abs(x), N.abs(y))]],
    ['sin2-cos2', (N, { x }, n) => [N.sub(N.square(N.sin(x)), N.square(N.cos(x))), n(1)]],
    ['|sin|=sin', (N, { x }) => [N.abs(N.sin(x)), N.sin(x)]],
    ['sqrt(sin2)=sin', (N, { x }) => [N.sqrt(N.square(N.sin(x))), N.sin(x)]],
    ['softmax no shift', (N, { x, y, z }) =>
      [N.div(N.exp(N.add(x, z)), N.add(N.exp(x), N.exp(y))), N.div(N.exp(x), N.add(N.exp(x), N.exp(y)))]],
    ['relu(x)+relu(-x)=x', (N, { x }) => [N.add(N.relu(x), N.relu(N.neg(x))), x]],
    ['tanh=2 sigmoid-1', (N, { x }, n) => [N.tanh(x), N.sub(N.mul(n(2), N.sigmoid(x)), n(1))]],
    ['pow pow', (N, { a, y, z }) => [N.pow(N.pow(a, y), z), N.pow(a, N.add(y, z))]],
    ['acos', (N, { x }) => [N.acos(N.neg(x)), N.neg(N.acos(x))]],
    ['where wrong', (N, { x, y }) => [N.where(x, y, x, y), x]]
  ])('%s', (_, sides) => { expect(compared(sides, true)).toBe('different') })
})

describe('where the sign is not known', () => {
  test.each<readonly [string, Sides, string]>([
    ['log(x y) stays one, though log x + log y is the same where both are defined', (N, { x, y }) =>
      [N.log(N.mul(x, y)), N.add(N.log(x), N.log(y))], 'different'],
    ['sqrt(x y) stays one', (N, { x, y }) => [N.sqrt(N.mul(x, y)), N.mul(N.sqrt(x), N.sqrt(y))], 'different'],
    ['log(x^2) is no 2 log x', (N, { x }, n) => [N.log(N.square(x)), N.mul(n(2), N.log(x))], 'different'],
    ['log(x^3) is defined where log x is', (N, { x }, n) => [N.log(N.power(x, 3)), N.mul(n(3), N.log(x))], 'same'],
    ['so is sqrt(x^3)', (N, { x }) => [N.sqrt(N.power(x, 3)), N.mul(x, N.sqrt(x))], 'same'],
    ['a positive factor is split off', (N, { x, a }) => [N.log(N.mul(x, N.exp(a))), N.add(a, N.log(x))], 'same'],
    ['log(-x) is no log x', (N, { x }) => [N.log(N.neg(x)), N.log(x)], 'different'],
    ['log(-3 x) is log(-x) + log 3', (
      N, { x }, n
    ) => [N.log(N.mul(n(-3), x)), N.add(N.log(N.neg(x)), N.log(n(3)))], 'same'],
    ['sqrt(-4 x) is 2 sqrt(-x)', (N, { x }, n) => [N.sqrt(N.mul(n(-4), x)), N.mul(n(2), N.sqrt(N.neg(x)))], 'same'],
    ['|sin x|^2 is sin^2 x', (N, { x }) => [N.square(N.abs(N.sin(x))), N.square(N.sin(x))], 'same'],
    ['of a sum of squares it is', (
      N, { x, y, a }
    ) => [N.abs(N.add(N.square(N.sub(x, y)), a)), N.add(N.square(N.sub(x, y)), a)], 'same'],
    ['of a difference it is not', (N, { x, a }) => [N.abs(N.sub(N.square(x), a)), N.sub(N.square(x), a)], 'different']
  ])('%s', (_, sides, verdict) => { expect(compared(sides, true)).toBe(verdict) })
})

describe('what is not defined', () => {
  test('log 0, and 1/cos(pi/2)', () => {
    expect(compared((N, { x }) => [N.log(N.sub(x, x)), x], true)).toBe('nowhere')
    expect(compared((N, { x }, n) => [N.tan(N.div(N.pi(), n(2))), x], true)).toBe('nowhere')
    expect(compared((N, { x, y }) => [N.pow(N.sub(x, x), y), x], true)).toBe('nowhere')
  })
  test('nothing cancels against a divisor that is 0 in the branch which is not taken', () => {
    const step: (N: Parameters<Sides>[0], x: Formal) => Formal = (N, x) => N.where(x, N.of(0), N.of(1), N.of(0))
    const byStep: Sides = (N, { x, y, z }, n) =>
      [N.where(x, n(0), N.div(z, step(N, x)), y), N.sub(N.add(y, z), N.mul(step(N, x), y))]
    const bySize: Sides = (N, { x, y, z }, n) => {
      const side = N.where(x, n(0), N.div(z, N.add(N.abs(x), x)), y)
      return [side, N.add(side, N.mul(z, N.sub(N.abs(x), x)))]
    }
    expect([compared(byStep, true), compared(bySize, true)]).toEqual(['different', 'different'])
  })
})
