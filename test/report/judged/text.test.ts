import { describe, expect, test } from 'vitest'
import { verdicts } from '../../../src/report/judged/Judged.js'
import { foldedCode } from '../../../src/report/judged/foldedCode.js'
import { oneLine, printable } from '../../../src/report/judged/printable.js'
import { judgedText } from '../../../src/report/judged/text.js'
import { colours, plain } from '../../../src/report/Paint.js'
import { endless, everything, hostile, judged, lossy, otherForm, raised, right, strange, unwritten, writing, wrong } from './sample.js'

const told = (...functions: Parameters<typeof judged>[0]): string => judgedText(judged(functions), plain)

test('is what a student reads', () => {
  expect(told(right, lossy, wrong, unwritten)).toBe(`\
affine_forward   right
softmax_loss     right, but loses 7 of 16 digits (dx[0,1])

relu_backward    wrong, line 12
    dx[0,1] is 1, and should be 0
    The law: the gradients are the derivatives of the formula.
    The smallest case:

x = np.array([[1., -1.]])
out, cache = relu_forward(x)
dx = relu_backward(dout, cache)

dropout_forward  not written
    it returns None

cs231n-2020, seed 7, 50 cases, Python 3.12.3, numpy 2.1.0
3 functions: 1 right, 1 loses digits, 1 wrong; not written: dropout_forward
`)
})

test('the sample has every verdict, and each is told in other words', () => {
  expect(new Set(everything.map(({ verdict }) => verdict))).toEqual(new Set(verdicts))
  const words = everything.map(each => told({ ...each, name: 'f', says: '' }).split('\n')[0])
  expect(new Set(words).size).toBe(verdicts.length)
})

test('the last line counts what is written, and names what is not', () => {
  const last = (...functions: Parameters<typeof judged>[0]): string | undefined => told(...functions).split('\n').at(-2)
  expect(last(...Array.from({ length: 9 }, () => right), lossy, wrong, wrong, unwritten))
    .toBe('12 functions: 9 right, 1 loses digits, 2 wrong; not written: dropout_forward')
  expect(last(lossy, lossy)).toBe('2 functions: 2 lose digits')
  expect(last(unwritten)).toBe('no function; not written: dropout_forward')
  expect(last()).toBe('no function')
})

test('a long name has lines of its own, and leaves the others their place', () => {
  const long = { ...lossy, name: 'n'.repeat(81) }
  expect(told(right, long).split('\n').slice(0, 4)).toEqual([
    'affine_forward  right', 'n'.repeat(80), 'n', `${' '.repeat(16)}right, but loses 7 of 16 digits (dx[0,1])`
  ])
})

test('a function that is right takes one line, after a free one where more was said before', () => {
  expect(told(wrong, { ...right, case: 'x = 1' }, lossy)).toContain(`
dx = relu_backward(dout, cache)

affine_forward  right
softmax_loss    right, but loses 7 of 16 digits (dx[0,1])

`)
})

test('says what came and what should have come once', () => {
  expect(told(wrong)).not.toMatch(/got|want/)
  expect(told({ ...wrong, says: 'dx is off' })).toContain('\n    dx is off\n    got 1\n    want 0\n')
})

test('says the law where there was an answer to be judged', () => {
  expect(told(raised)).not.toContain('law')
  expect(told({ ...wrong, law: 'parity' })).toContain('    The law: parity.\n')
  for (const each of [otherForm, writing]) expect(told(each)).toContain('\n    The law: the a')
})

test('colours come from paint alone', () => {
  const file = judged([right, wrong])
  expect(judgedText(file, colours)).toContain('\u001b[1mrelu_backward \u001b[0m  \u001b[31mwrong, line 12\u001b[0m\n')
  expect(judgedText(file, colours).replace(/\u001b\[\d+m/g, '')).toBe(judgedText(file, plain))
  expect(judgedText(file, colours)).toContain('\n\u001b[2mcs231n-2020, seed 7, ')
  expect(judgedText(judged([right]), colours)).toContain('\u001b[32m1 function: 1 right\u001b[0m')
  expect(judgedText(judged([]), colours)).toContain('\u001b[31mno function\u001b[0m')
})

describe('words of strangers', () => {
  const text = told(strange, endless, { ...right, name: 'n'.repeat(100), says: `right; but ${'a long remark '.repeat(20)}` }, right)
  test('command no terminal', () => {
    expect(text).toMatch(/^[\n\u0020-\u007e]*$/)
    expect(text).toContain(String.raw`\x1b[31m\x07\u202e\ud800`)
  })
  test('make no line that is not indented but those of the case', () => {
    expect(text.split('\n').filter(line => /^\S/.test(line) && !/^n+$/.test(line)).map(line => line.slice(0, 9))).toEqual(
      ['<script>a', 'x = \'<scr', '```', '</code></', 'rnn_forwa', 'affine_fo', 'cs231n-20', '4 functio']
    )
  })
  test('fit in lines of 80 columns, and a message has an end', () => {
    const caseLine = `x = '${printable(hostile)}'`
    expect(text.split('\n').filter(line => line.length > 80 && line !== caseLine)).toEqual([])
    expect(text).toContain('(cut here: 10013 characters in all)')
    expect(text.length).toBeLessThan(6_000)
  })
})

test('what is not seen is written as Python writes it', () => {
  expect(printable('a\r\nb\rc\td\u0085\ufffe\udc00😀é')).toBe(`a\nb${String.raw`\rc\td\x85\ufffe\udc00`}😀é`)
  expect(oneLine(' a\n\n  b \r\nc\n')).toBe('a b c')
})

describe('a long case', () => {
  const rows = Array.from({ length: 6 }, (_, i) => `[${Array.from({ length: 4 }, (__, j) => `${i}.${j}25`).join(', ')}]`)
  test('is broken inside of brackets', () => {
    expect(foldedCode(`x = np.array([${rows.join(', ')}])\ny = 1`)).toBe(`\
x = np.array([[0.025, 0.125, 0.225, 0.325], [1.025, 1.125, 1.225, 1.325],
    [2.025, 2.125, 2.225, 2.325], [3.025, 3.125, 3.225, 3.325], [4.025, 4.125,
    4.225, 4.325], [5.025, 5.125, 5.225, 5.325]])
y = 1`)
    expect(told({ ...wrong, case: `x = np.array([${rows.join(', ')}])` })).toContain('\n    [2.025, 2.125,')
  })
  test('is not broken in a string, in a comment, or outside of brackets', () => {
    const string = `f('${'a b '.repeat(30)}')`
    const quoted = String.raw`f("it's \" ${'a b '.repeat(30)} \"")`
    const comment = `f(1) # (${'a b '.repeat(30)})`
    const outside = `x = ${'a + '.repeat(30)}b`
    const open = `f(x, 'it is ${'a, '.repeat(40)})`
    for (const line of [string, quoted, comment, outside, open]) expect(foldedCode(line)).toBe(line)
    expect(foldedCode(`f(a, ${string})`)).toBe(`f(a,\n    ${string})`)
  })
})
