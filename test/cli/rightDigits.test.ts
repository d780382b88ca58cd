import { describe, expect, test } from 'vitest'
import { told } from './toldByDifferentiate.js'

interface Told {
  readonly value: number | string
  readonly gradient: Readonly<Record<'forward' | 'reverse' | 'symbolic', Readonly<Record<string, number | string>>>>
  readonly digits: { readonly of: number; readonly value: number; readonly gradient: Readonly<Record<
    string, Readonly<Record<string, number>>
  >> }
  readonly right: { readonly value: string; readonly gradient: Readonly<Record<string, string>> }
  readonly agrees: boolean
}

const asJson = async (...argv: ReadonlyArray<string>): Promise<Told> =>
  JSON.parse((await told(...argv, '--json')).out) as Told

const footer = async (...argv: ReadonlyArray<string>): Promise<string> => {
  const { out } = await told(...argv)
  return out.slice(out.indexOf('Right digits'))
}

describe('what doubles cannot hold on the way', () => {
  // 3, 4, 5 times a power of ten
  test.each(
    [['3e200', '4e200', 5e200], ['3e-200', '4e-200', 5e-200], ['-3e307', '4e307', 5e307], ['3e-320', '4e-320', 5e-320]]
  )(
    'the norm of %s and %s, by squares that overflow or underflow', async (x, y, norm) => {
      const { value, gradient, digits } = await asJson('hypot(x,y)', '--at', `x=${x},y=${y}`)
      expect(Math.abs(Number(value) / norm - 1)).toBeLessThan(2e-4)
      expect(digits.value).toBeGreaterThanOrEqual(x === '3e-320' ? 4 : 15)
      expect(Number(gradient.reverse['y']).toFixed(3)).toBe('0.800')
      expect(Number(gradient.reverse['x']).toFixed(3)).toBe(x.startsWith('-') ? '-0.600' : '0.600')
    })

  // log sigmoid(x) = x - log(1 + e^x), whose derivative 1/(1 + e^x) rounds to 1 for x < -40
  test.each(['-800', '-1e4', '-1e10'])(
    'log(sigmoid(%s)): an underflow is told as one, and the derivative is 1', async x => {
      const { code, out } = await told('log(sigmoid(x))', '--at', `x=${x}`)
      expect(code).toBe(1)
      expect(out).toContain('v1 = sigmoid(x) underflows')
      expect((await asJson('log(sigmoid(x))', '--at', `x=${x}`)).right.gradient['x']).toBe('1.000000000000000')
    }
  )

  test('an overflow is told as one', async () => {
    // e^x / (e^x + e^y) = 1 / (1 + e) and its derivative e / (1 + e)^2, at x = 1000 and y = 1001
    const softmax = ['exp(x)/(exp(x)+exp(y))', '--at', 'x=1000,y=1001']
    const [value, slope] = [1 / (1 + Math.E), Math.E / (1 + Math.E) ** 2]
    const { right, value: got } = await asJson(...softmax)
    expect(got).toBe('NaN')
    expect([Number(right.value).toFixed(14), Number(right.gradient['x']).toFixed(14)]).toEqual(
      [value.toFixed(14), slope.toFixed(14)]
    )
    expect(await footer(...softmax)).toContain('v1 = exp(x) overflows')
  })
})

describe('digits that cancel', () => {
  test('are told with what is right, and by the exit code', async () => {
    // 1 - cos x = x^2/2 - x^4/24 + ...
    expect(await told('1-cos(x)', '--at', 'x=1e-8')).toMatchObject({ code: 1 })
    expect(await footer('1-cos(x)', '--at', 'x=1e-8')).toBe([
      'Right digits: of 16, by comparison with the enclosure',
      '  f      0: v2 = 1 - v1 cancels; right is 5.000000000000000e-17',
      '  df/dx  16 in every mode',
      '',
      'Differences without a right digit: df/dx one-sided, backward.',
      '',
      'Not even the first digit is right: f.',
      ''
    ].join('\n'))
  })

  // (1 - cos x) / x^2 = 1/2 - x^2/24 + x^4/720 - ..., whose derivative is -x/12 + x^3/180 - ...
  test.each([['1e-3', -1 / 12e3 + 1 / 180e9], ['1e-5', -1 / 12e5 + 1 / 180e15], ['1e-9', -1 / 12e9]])(
    '(1-cos(x))/x^2 at %s', async (x, slope) => {
      const { digits, right, gradient } = await asJson('(1-cos(x))/x^2', '--at', `x=${x}`)
      const best = Number(right.gradient['x'])
      expect(Math.abs(best / slope - 1)).toBeLessThan(1e-12)
      const got = Number(gradient.forward['x'])
      const off = Math.abs(got / best - 1)
      const claimed = digits.gradient['x']?.['forward'] ?? NaN
      // k digits are right to half a unit of the k-th, and not to a unit of the one after it
      if (claimed > 0) expect(off).toBeLessThanOrEqual(0.5 * 10 ** (1 - claimed))
      expect(off).toBeGreaterThan(0.05 * 10 ** -claimed)
    }
  )

  test('a value that is rounded well has them all; what is 0 exactly, too', async () => {
    expect((await asJson('x^2', '--at', 'x=1/3')).digits).toMatchObject({ of: 16, value: 16 })
    expect(await asJson('(.1+.2-.3)*x', '--at', 'x=3')).toMatchObject(
      { agrees: false, right: { value: '0', gradient: { x: '0' } } }
    )
    expect((await told('x-.1', '--at', 'x=.1')).code).toBe(0)
  })

  test('are computed when more are asked for', async () => {
    const { digits, agrees } = await asJson('(1-cos(x))/x^2', '--at', 'x=1e-9', '--digits', '30')
    expect(digits).toMatchObject({ of: 30, value: 30, gradient: { x: { forward: 30, reverse: 30, symbolic: 30 } } })
    expect(agrees).toBe(true)
  })
})

describe('powers', () => {
  test.each([
    ['x^(4/2)', 'x=-2', 4, -4], ['x^(6/3-1)', 'x=-2', -2, 1], ['2^x', 'x=3', 8, 8 * Math.LN2],
    ['10^x', 'x=3', 1000, 1000 * Math.LN10],
    ['5^(2^3)*x', 'x=1', 390625, 390625], ['x^0', 'x=0', 1, 0], ['x^(1/2)', 'x=4', 2, 0.25],
    ['x^-2', 'x=-4', 1 / 16, 1 / 32],
    ['3^40*x', 'x=1', 12157665459056929000, 12157665459056929000], ['4^x', 'x=.5', 2, 2 * Math.log(4)],
    ['0^0*x', 'x=2', 2, 1]
  ])('%s at %s', async (formula, at, value, slope) => {
    const { value: got, gradient } = await asJson(formula, '--at', at)
    expect([got, gradient.reverse['x']]).toEqual([value, slope])
  })
})

describe('numbers that are no decimals', () => {
  test('at 1/3 and pi, and expected 2/3', async () => {
    expect((await told('x^2', '--at', 'x=1/3', '--expect', 'x=2/3')).out).toContain('df/dx = 2/3: right\n')
    expect((await told('x^2', '--at', 'x=1/3', '--expect', 'x=2/7')).out).toContain(
      'df/dx = 2/7: wrong, right is 6.666666666666667e-1\n'
    )
    expect((await told('sin(x)', '--at', 'x=pi/4', '--expect', 'x=sqrt(2)/2')).code).toBe(0)
    expect((await told('sin(x)', '--at', 'x=pi/4', '--expect', 'x=.707')).code).toBe(0)
  })
})

describe('kinks', () => {
  const quartic = ['(abs(a)+abs(b))^4+exp(b)', '--at', 'a=1,b=0', '--hessian']

  test('no second derivative where a slope jumps', async () => {
    // f(1, b) = (1 + |b|)^4 + e^b has slopes 1 - 4 and 1 + 4; df/da = 4 (1 + |b|)^3 has slopes -12 and 12
    const { out, code } = await told(...quartic)
    expect(out).toContain('  d2f/da^2 = 12\n')
    expect(out).toContain('  d2f/da db: none: along b, df/da has slope -12 to the left, 12 to the right\n')
    expect(out).toContain('  d2f/db^2: none: along b, df/db is -3 to the left, 5 to the right\n')
    expect(out).toContain('  df/db  none here: -3 to the left, 5 to the right; 1 is a convention\n')
    expect(out).toContain('there is no df/db.')
    expect(code).toBe(0)
  })

  test.each([
    // x |x| has slope 2 |x|, which has a corner; x^3 |x| has 12 x |x|
    ['x*abs(x)', 'd2f/dx^2: none: along x, df/dx has slope -2 to the left, 2 to the right'],
    ['x^3*abs(x)', 'd2f/dx^2 = 0'],
    // max(0, x^2) is x^2, and max(0, x^4) is x^4, on both sides
    ['max(0,x^2)', 'd2f/dx^2 = 2'], ['max(0,x^4)', 'd2f/dx^2 = 0'], ['relu(x)^3', 'd2f/dx^2 = 0'],
    ['relu(x)^2', 'd2f/dx^2: none: along x, df/dx has slope 0 to the left, 2 to the right']
  ])('%s at 0: %s', async (formula, said) => {
    expect((await told(formula, '--at', 'x=0', '--hessian')).out).toContain(`  ${said}\n`)
  })

  test('conventions that do not add up to the derivative are wrong', async () => {
    // relu(x) - relu(-x) = x
    const { out, code } = await told('relu(x)-relu(-x)', '--at', 'x=0')
    expect(code).toBe(1)
    expect(out).toContain('right is 1')
  })
})
