import { describe, expect, test } from 'vitest'
import { gradescope } from '../../../src/report/judged/gradescope.js'
import { isRight, type JudgedFile } from '../../../src/report/judged/Judged.js'
import { endless, everything, judged, right, strange, undecided, wrong } from './sample.js'

type Test = Readonly<Record<'name' | 'status' | 'output', string>> & Readonly<Record<'score' | 'max_score', number>>

interface Results {
  readonly score: number
  readonly tests: ReadonlyArray<Test>
}

const read = (file: JudgedFile, points?: Readonly<Record<string, number>>) =>
  JSON.parse(gradescope(file, points)) as Results

test('is what Gradescope reads', () => {
  expect(read(judged([right, wrong]))).toEqual({
    score: 1,
    output: '2 functions: 1 right, 1 wrong\ncs231n-2020, seed 7, 50 cases, Python 3.12.3, numpy 2.1.0',
    tests: [
      { name: 'affine_forward', score: 1, max_score: 1, status: 'passed', output: 'right', output_format: 'md' },
      {
        name: 'relu_backward', score: 0, max_score: 1, status: 'failed', output_format: 'md', output: `\
**wrong**, line 12: dx\\[0,1\\] is 1, and should be 0

The law: the gradients are the derivatives of the formula.

The smallest case:

\`\`\`python
x = np.array([[1., -1.]])
out, cache = relu_forward(x)
dx = relu_backward(dout, cache)
\`\`\``
      }
    ]
  })
})

test('a function that is right has all of its points, and any other none', () => {
  const points = Object.fromEntries(everything.map(({ name }, k) => [name, k + 0.1]))
  const { tests, score } = read(judged(everything), points)
  expect(tests.map(test => [test.score, test.max_score, test.status])).toEqual(everything.map(({ verdict }, k) =>
    (isRight(verdict) ? [k + 0.1, k + 0.1, 'passed'] : [0, k + 0.1, 'failed'])))
  expect(score).toBe(0.1 + 1.1 + 2.1)
})

test('one point where none are said, even of a name that every object has', () => {
  const { tests } = read(judged([{ ...right, name: 'constructor' }, right]), { affine_forward: 0 })
  expect(tests.map(({ max_score }) => max_score)).toEqual([1, 0])
})

test('what has points and was not judged has failed', () => {
  const { tests, score } = read(judged([undecided, right]), { adam: 3, affine_forward: 2, sgd: 1 })
  expect(tests.map(({ name }) => name)).toEqual(['dropout_backward', 'affine_forward', 'adam', 'sgd'])
  expect(tests.slice(2)).toEqual([['adam', 3], ['sgd', 1]].map(([name, max_score]) =>
    ({ name, score: 0, max_score, status: 'failed', output: 'not in the file', output_format: 'md' })))
  expect(score).toBe(2)
})

test('a file without functions has a score', () => {
  expect(read(judged([]))).toMatchObject({ score: 0, tests: [] })
})

describe('words of strangers', () => {
  const { tests: [first, second] } = read(judged([strange, endless]))
  test('are no markup', () => {
    const [words = '', code = ''] = (first?.output ?? '').split('The smallest case:')
    expect(words).not.toMatch(/<|>|(?<!\\)[`[\]]|(?<!\*|\\)\*(?!\*)|\u001b/)
    expect(words).toContain('&lt;script&gt;alert("1 &amp; 2")&lt;/script&gt;\\]\\]&gt;')
    expect(words).toContain(' forged  right\n')
    expect(code).not.toContain('\u001b')
    expect(code).toMatch(/^\n\n````python\n[^]*\n```\n[^]*\n````$/)
  })
  test('stand in the name on one line', () => {
    expect(read(judged([{ ...strange, name: 'a\nb\u001b[0m' }])).tests[0]?.name).toBe(String.raw`a b\x1b[0m`)
  })
  test('have an end', () => {
    expect(second?.output).toContain('(cut here: 10013 characters in all)')
    expect(second?.output.length).toBeLessThan(2_200)
  })
})
