import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { told } from './toldByDifferentiate.js'

interface Document {
  readonly value: number
  readonly variables: ReadonlyArray<{
    readonly name: string
    readonly operation: string
    readonly value: number
    readonly tangents: Readonly<Record<string, number>>
    readonly adjoint: number
  }>
  readonly gradient: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly agreement: Readonly<Record<string, {
    readonly agrees: boolean; readonly ulps: Readonly<Record<string, number>>
  }>>
}

const asJson = async (...argv: ReadonlyArray<string>): Promise<Document> =>
  JSON.parse((await told(...argv, '--json')).out) as Document

describe('the homework', () => {
  const typed = ['exp(exp(w1)+exp(2*w2))+sin(exp(w1)+exp(2*w2))', '--at', 'w1=1,w2=2']

  test('f1: every figure', async () => {
    const { value, variables, gradient, agreement } = await asJson(...typed)
    expect(value.toExponential(3)).toBe('7.802e+24')
    expect(variables.map(v => v.operation)).toEqual(
      ['input', 'input', 'exp(w1)', '2 * w2', 'exp(v2)', 'v1 + v3', 'exp(v4)', 'sin(v4)', 'v5 + v6'])
    expect(variables.map(v => Number(v.value.toPrecision(4)))).toEqual(
      [1, 2, 2.718, 4, 54.60, 57.32, 7.802e24, 0.6945, 7.802e24]
    )
    expect(variables.find(v => v.name === 'v6')?.tangents).toEqual({ w1: 1.9557096270164955, w2: 78.5629558489468 })
    expect(variables.find(v => v.name === 'v4')?.adjoint.toExponential(3)).toBe('7.802e+24')
    expect(Object.values(gradient['reverse'] ?? {}).map(x => x.toExponential(3))).toEqual(['2.121e+25', '8.520e+26'])
    expect(Object.values(agreement).map(a => a.agrees)).toEqual([true, true])
  })

  test('its differences at h = .01', async () => {
    const { gradient } = await asJson('f1', '--h', '.01')
    const oneSided = ['w1', 'w2'].map(name => gradient['oneSided']?.[name]?.toExponential(3))
    expect(oneSided).toEqual(['2.161e+25', '1.571e+27'])
    expect(((gradient['central']?.['w2'] ?? 0) / (gradient['reverse']?.['w2'] ?? 1) - 1).toFixed(4)).toBe('0.2243')
  })

  test('its printed gradients, judged', async () => {
    const { code, out } = await told('f1', '--expect', 'w1=2.12e25,w2=8.516e26')
    expect(code).toBe(1)
    expect(out).toContain('df/dw1 = 2.12e25: right\ndf/dw2 = 8.516e26: wrong in its 3rd digit, right is 8.520e26\n')
    expect((await told('f1', '--expect', 'w2=8.520e26')).code).toBe(0)
    expect((await told('f2', '--expect', 'w1=2.12,w2=1')).out).toContain(
      'df/dw1 = 2.12: wrong in its 2nd digit, right is 2.20'
    )
    expect((await told('f1', '--expect', 'w1=2.12e24')).out).toContain('wrong in its power of ten')
    expect((await told('f1', '--expect', 'w1=-2.12e25')).out).toContain('wrong in its sign')
  })

  test('fifty digits, and a thousand', async () => {
    const { gradient } = await asJson('f1', '--digits', '50') as unknown as {
      gradient: Record<string, Record<string, string>>
    }
    expect(gradient['reverse']?.['w1']).toBe('2.1208236698707567724936475286206252583551070763685e+25')
    expect(gradient['forward']?.['w2']?.startsWith('8.51957642575189159578117338085093399557836245877')).toBe(true)
    const long = await asJson('f2', '--digits', '1000') as unknown as { value: string }
    expect(long.value).toHaveLength(1001)
  })
})

describe('the page', () => {
  test('has the graph, the formulas and the numbers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lemmata-'))
    const file = join(folder, 'f1.html')
    expect((await told('f1', '--html', file)).code).toBe(0)
    const page = readFileSync(file, 'utf8')
    rmSync(folder, { recursive: true })
    expect(page).toContain('<svg class="circuit"')
    expect(page).toContain('<math')
    expect(page).toContain('8.519576425751891e+26')
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })
})

test('the terminal', async () => {
  const { out } = await told('(x+y)z', '--hessian')
  expect(out).toMatchInlineSnapshot(`
    "f = (x + y) * z
    at x = -2, y = 5, z = -4
    f = -12

    Values
      x   input    -2  16 of 16 digits
      y   input     5  16 of 16 digits
      z   input    -4  16 of 16 digits
      v1  x + y     3  16 of 16 digits
      v2  v1 * z  -12  16 of 16 digits

    Forward mode: the tangent of every variable, for each input
          d/dx  d/dy  d/dz
      x      1     0     0
      y      0     1     0
      z      0     0     1
      v1     1     1     0
      v2    -4    -4     3

    Reverse mode: the adjoint of every variable, and what each path brings
      v2  1
      v1  -4  = (v2: 1 * -4)
      z   3   = (v2: 1 * 3)
      y   -4  = (v1: -4 * 1)
      x   -4  = (v1: -4 * 1)

    Symbolic
      df/dx = z
        TeX: z
      df/dy = z
        TeX: z
      df/dz = x + y
        TeX: x + y

    Second derivatives
      d2f/dx^2 = 0
        = 0
        TeX: 0
      d2f/dx dy = 0
        = 0
        TeX: 0
      d2f/dx dz = 1
        = 1
        TeX: 1
      d2f/dy^2 = 0
        = 0
        TeX: 0
      d2f/dy dz = 1
        = 1
        TeX: 1
      d2f/dz^2 = 0
        = 0
        TeX: 0

    Differences
      df/dx
        (f(x+h)-f(x))/h     -4  h=2.98e-8  error about 8.89e-16
        (f(x)-f(x-h))/h     -4  h=2.98e-8  error about 8.89e-16
        (f(x+h)-f(x-h))/2h  -4  h=1.53e-5  error about 8.89e-16
        extrapolated        -4  h=0.0625   error about 1.78e-15
      df/dy
        (f(x+h)-f(x))/h     -4  h=7.45e-8  error about 8.89e-16
        (f(x)-f(x-h))/h     -4  h=7.45e-8  error about 8.89e-16
        (f(x+h)-f(x-h))/2h  -4  h=3.05e-5  error about 8.89e-16
        extrapolated        -4  h=0.125    error about 1.78e-15
      df/dz
        (f(x+h)-f(x))/h     3  h=5.96e-8  error about 6.67e-16
        (f(x)-f(x-h))/h     3  h=5.96e-8  error about 6.67e-16
        (f(x+h)-f(x-h))/2h  3  h=3.05e-5  error about 6.67e-16
        extrapolated        3  h=0.125    error about 1.34e-15

    Agreement: in units of the last place of a double
      df/dx in -4
        forward mode          -4  16 of 16 digits  0 ulp
        reverse mode          -4  16 of 16 digits  0 ulp
        symbolic              -4  16 of 16 digits  0 ulp
        one-sided difference  -4  16 of 16 digits  0 ulp
        backward difference   -4  16 of 16 digits  0 ulp
        central difference    -4  16 of 16 digits  0 ulp
        extrapolated          -4  16 of 16 digits  0 ulp
      df/dy in -4
        forward mode          -4  16 of 16 digits  0 ulp
        reverse mode          -4  16 of 16 digits  0 ulp
        symbolic              -4  16 of 16 digits  0 ulp
        one-sided difference  -4  16 of 16 digits  0 ulp
        backward difference   -4  16 of 16 digits  0 ulp
        central difference    -4  16 of 16 digits  0 ulp
        extrapolated          -4  16 of 16 digits  0 ulp
      df/dz in 3
        forward mode          3  16 of 16 digits  0 ulp
        reverse mode          3  16 of 16 digits  0 ulp
        symbolic              3  16 of 16 digits  0 ulp
        one-sided difference  3  16 of 16 digits  0 ulp
        backward difference   3  16 of 16 digits  0 ulp
        central difference    3  16 of 16 digits  0 ulp
        extrapolated          3  16 of 16 digits  0 ulp

    Right digits: of 16, by comparison with the enclosure
      f      16
      df/dx  16 in every mode
      df/dy  16 in every mode
      df/dz  16 in every mode

    All 16 digits of every result are right.
    "
  `)
})

test('kinks say which convention gives which derivative', async () => {
  const { out } = await told('max(x,y)+relu(x)', '--at', 'x=0,y=0')
  expect(out).toContain('max(x, y): a tie: max has the derivative of the first of equals')
  expect(out).toContain('df/dx: 0 from the left, 2 from the right')
})

describe('a second opinion', () => {
  test('agrees, in 64 digits', async () => {
    const { code, out } = await told('f1', '--second-opinion')
    expect(code).toBe(0)
    expect(out).toMatch(/\nA second opinion, by mathjs: f =\s+780207426495221\d{10}\.\d{39}, which\s+agrees\n$/)
  })

  test('is none of what mathjs does not know', async () => {
    expect((await told('sum(x)', '--at', 'x=[1,2]', '--second-opinion')).out).toContain(
      '\nNo second opinion: mathjs does not read it: '
    )
    expect((await told('exp(x)', '--at', 'x=1e6', '--second-opinion', '--digits', '20')).out).toContain(
      '\nNo second opinion: a function of'
    )
  })

  test('in JSON', async () => {
    const { secondOpinion } = await asJson('x/3', '--at', 'x=2', '--second-opinion') as unknown as {
      secondOpinion: unknown
    }
    expect(secondOpinion).toEqual({ verdict: 'agrees', said: `0.${'6'.repeat(63)}7` })
  })
})
