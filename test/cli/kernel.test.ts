import { afterAll, beforeAll, expect, test } from 'vitest'
import { version } from '../../src/cli/version.js'
import { install, type Installed } from './installed.js'
import { unwrapped } from './unwrapped.js'

let here: Installed
beforeAll(() => { here = install({}) })
afterAll(() => { here.remove() })

test.each(['plain', 'simd'])('LEMMATA_KERNEL=%s chooses the kernel', async name => {
  const { code, out } = await here.shell(`LEMMATA_KERNEL=${name} lemmata --version`)
  expect({ code, out }).toEqual({ code: 0, out: `${version()} (kernel: ${name})\n` })
})

test('another name is misuse of any command', async () => {
  const { code, out, err } = await here.shell('LEMMATA_KERNEL=fast lemmata ledger')
  expect({ code, out, err: unwrapped(err).trim() }).toEqual(
    { code: 2, out: '', err: 'lemmata ledger: LEMMATA_KERNEL: expected plain or simd, or nothing, got fast' }
  )
})
