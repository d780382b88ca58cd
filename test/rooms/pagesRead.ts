import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const room = join(import.meta.dirname, '../../proofs-numeric')

/** The pages of the documents in Markdown that are judged, with their texts. */
export const pages: ReadonlyArray<{ readonly file: string; readonly text: string }> = readdirSync(
  room, { recursive: true, encoding: 'utf8' }
)
  .filter(file => file.endsWith('.md') && !file.endsWith('README.md'))
  .map(file => ({ file, text: readFileSync(join(room, file), 'utf8') }))
  .filter(({ text }) => /^```lemmata/m.test(text))

/** The document and the topic: what the ids of a page begin with. */
export const topic = (file: string): string => file.replace(/\.md$/, '').split('/').filter(part => part !== 'code').slice(0, 2).join('/')
