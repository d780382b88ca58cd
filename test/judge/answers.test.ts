import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install, type Installed } from '../cli/installed.js'
import { withNumpy } from './pythons.js'

// What the command answers where there is nothing to be judged, and where nothing is known.

let installed: Installed
beforeAll(() => {
  installed = install({})
  writeFileSync(join(installed.folder, 'own.py'), 'def f(x):\n    return x\n')
  writeFileSync(join(installed.folder, 'steps.py'), 'def step(w, dw, config):\n'
    + "    v = config['mu'] * config.get('v', 0 * w) - config['rate'] * dw\n    return w + v, {'v': v, 'mu': 0.5, 'rate': 1}\n")
})
afterAll(() => { installed.remove() })

withNumpy(([first]) => {
  const judgeIn = (file: string, ...args: ReadonlyArray<string>) =>
    installed.lemmata(['judge', file, ...args, '--python', first?.python ?? 'python3'])
  const judge = (...args: ReadonlyArray<string>) => judgeIn('own.py', ...args)

  test('no function of a contract', async () => {
    const { code, err } = await judge()
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([
      2, 'lemmata judge: no contract knows a function of own.py, which has f; give your own with --contract '
    ])
  })
  test('a function that is not in the file', async () => {
    const { code, err } = await judge('relu_forward')
    expect([code, err]).toEqual([2, 'lemmata judge: there is no relu_forward in own.py, which has f\n'])
  })
  test('a formula that is defined nowhere is content with nothing', async () => {
    const contract = { f: { forward: 'f(x) -> out', shapes: { x: ['N'] }, definition: 'log(-1 - x^2)' } }
    writeFileSync(join(installed.folder, 'nowhere.json'), JSON.stringify(contract))
    const { code, out } = await judge('--contract', 'nowhere.json', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ functions: [{ name: 'f', verdict: 'undecided' }] })
  })
  test('a step that cannot be gone on from is shown with the step after', async () => {
    const forward = 'step(w, dw, {rate: learning_rate, mu: momentum, v: velocity}) -> next_w, {v: next_v}'
    writeFileSync(join(installed.folder, 'steps.json'), JSON.stringify({ step: { like: 'sgd_momentum', forward } }))
    const { code, out } = await judgeIn('steps.py', '--contract', 'steps.json', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      functions: [{ verdict: 'wrong', law: 'second step', case: expect.stringMatching(/\nnext_w, config = step\(w, dw, config\)$/) }]
    })
  })
})
