import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { misuse } from './UsageError.js'

/** Makes sure, before long work, that a file can be written; gives what writes it. */
export const outputFile = (flag: string, file: string): ((text: string) => void) => {
  const path = resolve(file)
  const orMisuse = (action: () => void): void => {
    try {
      action()
    } catch (error) {
      const cause = (error as NodeJS.ErrnoException).code ?? String(error)
      misuse(`${flag} ${file} cannot be written (${cause}); name a file in a folder of yours`)
    }
  }
  orMisuse(() => {
    makeFolder(dirname(path))
    closeSync(openSync(path, 'a'))
  })
  return text => { orMisuse(() => { writeWhole(path, text) }) }
}

/** Whoever reads the file sees all of the text or nothing of it; what is no file, such as a terminal, is written to as it is. */
const writeWhole = (path: string, text: string): void => {
  if (!statSync(path).isFile()) {
    writeFileSync(path, text)
    return
  }
  const beside = `${path}.${process.pid}.part`
  writeFileSync(beside, text)
  renameSync(beside, path)
}

/** Makes a folder and those above it. Node's own recursive mkdir never returns below /proc. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}
