import { existsSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { misuse } from './UsageError.js'

/** The full path of a module of claims that this Node can load. */
export const claimsFile = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined
  const path = resolve(file)
  if (!existsSync(path) || !statSync(path).isFile()) return misuse(`--claims ${file}: no such file`)
  const kind = extname(path)
  if (!['.js', '.mjs', '.ts', '.mts'].includes(kind)) return misuse(
    `--claims ${file}: must be a .js, .mjs or .ts module`
  )
  const loads = !kind.endsWith('ts') || stripsTypes
  const remedy = 'give a .js or .mjs file, or use Node 22.18 or later'
  return loads ? path : misuse(`--claims ${file}: Node ${process.versions.node} does not strip types; ${remedy}`)
}

const stripsTypes = Boolean((process.features as { readonly typescript?: unknown }).typescript)
