import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install, type Installed } from './installed.js'

const root = resolve(import.meta.dirname, '../..')

let here: Installed
beforeAll(() => {
  here = install({})
  cpSync(join(root, 'scripts'), join(here.folder, 'scripts'), { recursive: true })
  mkdirSync(join(here.folder, 'docs'))
})
afterAll(() => { here.remove() })

test.each([['erratum.mjs', 'docs/erratum.svg'], ['picture.mjs', 'docs/v-curve.svg']])(
  '%s draws %s as it is shown', (script, picture) => {
    execFileSync(process.execPath, [join(here.folder, 'scripts', script)])
    const [drawn, shown] = [here.folder, root].map(folder => readFileSync(join(folder, picture), 'utf8'))
    expect(drawn === shown, `npm run build && node scripts/${script} draws another picture`).toBe(true)
  })
