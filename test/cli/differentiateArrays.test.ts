import { describe, expect, test } from 'vitest'
import { told } from './toldByDifferentiate.js'
import { unwrapped } from './unwrapped.js'

describe('vectors and matrices', () => {
  test('one row for each that is named', async () => {
    const { code, out } = await told('x\'*A*x/2 + 3t', '--at', 'x=[1,2],A=[[1,2],[3,4]],t=pi')
    expect(code).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "f = x'*A*x/2 + 3t
      at x = [1,2], A = [[1,2],[3,4]], t = pi
      f = 22.92477796076938

      Gradient: by reverse mode; --entries shows every entry, variable and mode
        df/dx           [6, 10.5]  16 digits in every mode
        df/dA  [[0.5, 1], [1, 2]]  16 digits in every mode
        df/dt                   3  16 digits in every mode

      Right digits: of 16, by comparison with the enclosure
        f      16
        df/dx  16 in every mode
        df/dA  16 in every mode
        df/dt  16 in every mode

      All 16 digits of every result are right.
      "
    `)
  })

  test('every entry, where asked for', async () => {
    const { out } = await told('sum(x^2)', '--at', 'x=[1,1/2]', '--entries')
    expect(out).toContain('at x = [1,1/2]\n')
    expect(out).toContain('  df/dx[2] = 2 * x[2]\n')
    expect(out).toContain('  x[2]  input')
  })

  test('figures for their entries', async () => {
    const { code, out } = await told('log(sum(exp(z)))', '--at', 'z=[0,log(2),0]', '--expect', 'z=[1/4,0.5,0.24]')
    expect(code).toBe(1)
    expect(out).toContain(
      'df/dz[1] = 1/4: right\ndf/dz[2] = 0.5: right\ndf/dz[3] = 0.24: wrong in its 2nd digit, right is 0.25\n'
    )
    expect((await told('tr(A*A)', '--at', 'A=[[1,2],[3,4]]', '--expect', 'A[1,2]=6')).code).toBe(0)
    expect((await told('tr(A*A)', '--at', 'A=[[1,2],[3,4]]', '--expect', 'A=[[2,6],[4,8]]')).code).toBe(0)
  })

  test('in JSON by name and by entry', async () => {
    const { out } = await told('sum(i, 1, 3, i x[i])', '--at', 'x=[1,1,1]', '--json')
    const { arrays, gradient } = JSON.parse(out) as { arrays: unknown; gradient: { forward: unknown } }
    expect(arrays).toEqual({ x: { rows: 3, columns: 1, gradient: [1, 2, 3] } })
    expect(gradient.forward).toEqual({ 'x[1]': 1, 'x[2]': 2, 'x[3]': 3 })
  })

  test('a list with one entry is a number', async () => {
    expect((await told('x^2', '--at', 'x=[3]')).out).toContain('at x = 3\nf = 9\n')
  })
})

describe('what does not fit is said with its place', () => {
  test.each<readonly [ReadonlyArray<string>, string]>([
    [['norm(A*x - y)', '--at', 'x=[1,2],A=[[1,1],[2,3]],y=[1,2,3]'],
      'line 1, column 6: expected two sides of one shape, a vector of 2 entries, got a vector of 3 entries\n  norm(A*x - y)\n       ^'],
    [['x[4]', '--at', 'x=[1,2,3]'], 'line 1, column 1: expected an index of x from 1 to 3, got 4\n  x[4]\n  ^'],
    [[
      'A*x', '--at', 'x=[1,2],A=[[1,2],[3,4]]'
    ], 'line 1, column 1: expected a number, got a vector of 2 entries\n  A*x\n  ^'],
    [[
      '1/2x', '--at', 'x=1'
    ], 'line 1, column 4: expected brackets: 1 / (2 x) or (1 / 2) x, got what is read in both ways\n  1/2x\n     ^'],
    [[
      'sum(x)', '--at', 'x=[1,pi*]'
    ], 'x[2]: line 1, column 4: expected a number, a name or a bracket, got the end\n  pi*\n     ^'],
    [['sum(x)', '--at', 'x=[1,1/0]'], 'x[2]: expected a number such as -2.5e3, 1/3 or pi, got 1/0'],
    [['sum(A)', '--at', 'A=[[1,2],[3]]'], '--at must give A in rows of one length, got [[1,2],[3]]'],
    [['x', '--at', 'x=1,y=[1,2]'], '--at: expected values for x, got one for y, which does not occur'],
    [[
      'x', '--at', 'x[1]=3'
    ], '--at: expected values for x, got one for x[1], which does not occur (give all of x as x=[1,2])'],
    [['sum(x)', '--at', 'x=[1,,2]'], 'x[2]: expected a number such as -2.5e3, 1/3 or pi, got nothing']
  ])('%j', async (argv, message) => {
    const { code, out, err } = await told(...argv)
    expect({ code, out, err: unwrapped(err) }).toEqual({ code: 2, out: '', err: `lemmata differentiate: ${message}\n` })
  })
})
