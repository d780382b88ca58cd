import { describe, expect, test } from 'vitest'
import { judgedJson } from '../../../src/report/judged/json.js'
import { type JudgedFile, verdicts } from '../../../src/report/judged/Judged.js'
import { endless, everything, judged, lossy, right, strange, unwritten, wrong } from './sample.js'

type Read = JudgedFile & { readonly summary: Readonly<Record<string, number | boolean>> }

const read = (file: JudgedFile) => JSON.parse(judgedJson(file)) as Read

test('has its fields in one order, whatever the order of what is given', () => {
  const backwards = Object.fromEntries(Object.entries(wrong).reverse()) as unknown as typeof wrong
  expect(judgedJson(judged([right, backwards]))).toBe('{"file":"layers.py","python":"3.12.3","numpy":"2.1.0","functions":['
    + '{"name":"affine_forward","verdict":"right","says":"right"},'
    + '{"name":"relu_backward","verdict":"wrong","law":"gradient","entry":"dx[0,1]","got":"1","want":"0",'
    + '"case":"x = np.array([[1., -1.]])\\nout, cache = relu_forward(x)\\ndx = relu_backward(dout, cache)",'
    + '"line":12,"says":"dx[0,1] is 1, and should be 0"}],'
    + '"summary":{"functions":2,"right":1,"right at kinks":0,"loses digits":0,"undecided":0,"writes":0,"wrong":1,"wrong shape":0,'
    + '"raises":0,"hangs":0,"not written":0,"passed":false},"seed":7,"runs":50,"course":"cs231n-2020"}\n')
})

test('is the same document when it is laid out for people', () => {
  const file = judged(everything)
  expect(judgedJson(file, true)).toBe(`${JSON.stringify(JSON.parse(judgedJson(file)), null, 2)}\n`)
})

test('says how many digits are lost', () => {
  expect(read(judged([lossy])).functions).toEqual([lossy])
})

describe('the summary', () => {
  test('counts every verdict, and these are all', () => {
    const { summary } = read(judged(everything))
    expect(summary).toMatchObject(Object.fromEntries(verdicts.map(verdict => [verdict, 1])))
    expect(summary['functions']).toBe(verdicts.length)
  })
  test.each([
    [true, [right, lossy]], [false, [right, wrong]], [false, [right, unwritten]], [false, []]
  ] as const)('passed is %s', (passed, functions) => {
    expect(read(judged(functions)).summary['passed']).toBe(passed)
  })
})

test('gives words of strangers back as they are, and prints none that a terminal obeys', () => {
  const file = judged([strange, { ...endless, got: '\u009b31m\u007f\u2028' }])
  expect(read(file).functions).toEqual(file.functions)
  expect(judgedJson(file)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/)
})
