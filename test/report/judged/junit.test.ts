import { describe, expect, test } from 'vitest'
import { junit } from '../../../src/report/judged/junit.js'
import { endless, everything, hostile, judged, lossy, right, strange, undecided, unwritten, wrong } from './sample.js'

test('is a suite with a test case for each function', () => {
  expect(junit(judged([right, lossy, wrong, undecided, unwritten]))).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="5" failures="2" errors="0" skipped="1">
<testsuite name="layers.py" tests="5" failures="2" errors="0" skipped="1">
<testcase classname="layers.py" name="affine_forward" file="layers.py"/>
<testcase classname="layers.py" name="softmax_loss" file="layers.py"><system-out>right, but loses 7 of 16 digits (dx[0,1])</system-out></testcase>
<testcase classname="layers.py" name="relu_backward" file="layers.py" line="12"><failure type="wrong" message="dx[0,1] is 1, and should be 0">The law: the gradients are the derivatives of the formula.
The smallest case:

x = np.array([[1., -1.]])
out, cache = relu_forward(x)
dx = relu_backward(dout, cache)</failure></testcase>
<testcase classname="layers.py" name="dropout_backward" file="layers.py"><skipped message="it needs what dropout_forward keeps for it"/></testcase>
<testcase classname="layers.py" name="dropout_forward" file="layers.py"><failure type="not written" message="it returns None"></failure></testcase>
<system-out>4 functions: 1 right, 1 loses digits, 1 undecided, 1 wrong; not written: dropout_forward
cs231n-2020, seed 7, 50 cases, Python 3.12.3, numpy 2.1.0</system-out>
</testsuite>
</testsuites>
`)
})

test('a remark on a function that is right is kept', () => {
  const says = 'right; but without eps it does not take eps = 1e-8'
  expect(junit(judged([{ ...right, says }]))).toContain(` file="layers.py"><system-out>${says}</system-out></testcase>`)
})

test('its counts are those of its elements', () => {
  const xml = junit(judged(everything))
  const count = (pattern: RegExp): number => (xml.match(pattern) ?? []).length
  expect(xml).toContain(`tests="${count(/<testcase /g)}" failures="${count(/<failure /g)}" errors="0" skipped="${count(/<skipped /g)}"`)
  expect(count(/<failure /g)).toBe(6)
})

describe('words of strangers', () => {
  const xml = junit(judged([strange, { ...strange, verdict: 'undecided' }, { ...strange, verdict: 'right' }, endless], { file: hostile }))
  test('are escaped, and have no sign that XML forbids', () => {
    expect(xml).not.toMatch(/[^\n\u0020-\ud7ff\ue000-\ufffd]/)
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)|<script|]]>/)
    expect(xml).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;]]&gt;\\x1b[31m\\x07\\u202e\\ud800')
  })
  test('leave it well formed', () => {
    const tags = [...xml.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<>]*")*(\/?)>/g)]
    expect(tags.length).toBe((xml.match(/</g) ?? []).length - 1)
    const open = tags.reduce<ReadonlyArray<string>>((stack, [, closing, name = '', empty]) =>
      (empty === '/' ? stack : closing === '' ? [...stack, name]
        : stack.at(-1) === name ? stack.slice(0, -1) : [...stack, `/${name}`]), [])
    expect(open).toEqual([])
  })
  test('stand in an attribute on one line, which has an end', () => {
    expect(xml).toMatch(/message="[^"\n]*forged {2}right"/)
    expect(xml).toMatch(/message="it raises E: a{1987} \.\.\. \(cut here: 10013 characters in all\)"/)
  })
})
