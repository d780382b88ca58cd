import { readFileSync } from 'node:fs'
import { check, summaryOf, text } from '../dist/src/check/index.js'

// node scripts/documents.mjs DOCUMENT PREAMBLES [--json|--text]: judges a document of somebody else with declarations of ours. PREAMBLES is
// a list of { before, declare }: the lines of a block, and the beginning of the line of the document before which it is put. --all prints
// the lines of the document as it was; "skip 117" in a block means the line with the blocks above it.

const [file, preambles, how = '--text'] = process.argv.slice(2)
if (preambles === undefined) {
  console.error('usage: node scripts/documents.mjs DOCUMENT PREAMBLES [--json|--text|--all]')
  process.exit(2)
}

const fence = '```'

/** The document with each block before its line, the first one at or after the block before. */
const withBlocks = (document, blocks) => blocks.reduce(({ done, rest, inserted }, { before, declare }) => {
  const at = rest.startsWith(before) ? 0 : rest.indexOf(`\n${before}`) + 1
  if (at === 0 && !rest.startsWith(before)) throw new Error(`no line begins with "${before}"`)
  if (declare.length > 15) throw new Error(`the block before "${before}" has ${declare.length} lines; 15 are allowed`)
  const block = `${fence}lemmata\n${declare.join('\n')}\n${fence}\n`
  const known = done + rest.slice(0, at)
  return {
    done: known + block + rest.slice(at, at + before.length), rest: rest.slice(at + before.length),
    inserted: [...inserted, { from: known.split('\n').length, count: declare.length + 2 }]
  }
}, { done: '', rest: document, inserted: [] })

const { done, rest, inserted } = withBlocks(readFileSync(file, 'utf8'), JSON.parse(readFileSync(preambles, 'utf8')))
const document = done + rest

/** The line of the document as it was, without the blocks; "block" for a line of a block. */
const before = line => {
  const above = inserted.filter(({ from }) => from <= line)
  const last = above.at(-1)
  return last !== undefined && line < last.from + last.count ? 'block' : line - above.reduce((sum, { count }) => sum + count, 0)
}

const lines = check(document, { seed: 1, runs: 200, cancelled: () => false })
const name = file.split('/').at(-1)
if (how === '--json') console.log(JSON.stringify({ lines, summary: summaryOf(lines) }, null, 1))
else if (how === '--all') {
  for (const { line, kind, verdict, strength, read, reason, at } of lines) {
    console.log([before(line), kind, verdict ?? '', strength ?? '', read.slice(0, 110), reason?.slice(0, 160) ?? '', at?.slice(0, 80) ?? ''].join(' | '))
  }
  console.log(JSON.stringify(summaryOf(lines)))
} else console.log(text(name, document, lines))
