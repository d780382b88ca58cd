import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', mac]
const found = [process.env['CHROMIUM'] ?? [], names].flat()
  .flatMap(name => isAbsolute(name) ? [name]
    : (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name)))
  .find(file => existsSync(file) && spawnSync(file, ['--version']).status === 0)

const missing = 'no Chromium was found; install one, or say where it is by CHROMIUM=/path/to/it'

/** CI has a browser. Elsewhere a test that needs one is skipped where there is none, and says so. */
export const isSkipped: boolean = found === undefined && process.env['CI'] === undefined
if (isSkipped) console.warn(`SKIPPED: ${missing}`)

/** The full path of the browser that tests use. */
export const chromiumHere = (): string => {
  if (found === undefined) throw new Error(missing)
  return found
}
