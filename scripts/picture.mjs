// Draws the picture of differences from the built package: `npm run build`, then `node scripts/picture.mjs`.
import { writeFileSync } from 'node:fs'
import { figures } from '../dist/proofs-numeric/offered.js'
import { linePlot } from '../dist/src/drawing/linePlot.js'

const style = `<style>
svg { background: #fcfbf8; color: #1d2329 } text { fill: currentColor; font: 12px system-ui, sans-serif }
.axis { font-size: 13px } .tick { fill: #626b75 } .power { font-size: 9px }
.grid { stroke: #e3e0d8; fill: none } .frame { stroke: #626b75; stroke-width: .75; fill: none }
.series { stroke: var(--c); fill: none; stroke-width: 1.75 } .marks { fill: var(--c); stroke: none }
.series-1 { --c: #2b6cb0 } .series-2 { --c: #c4511d } .series-3 { --c: #2e7350 } .series-4 { --c: #7b4fa3 } .series-5 { --c: #a87d00 }
</style>`
const [first] = figures()
const drawing = linePlot(first.plot).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace('<title>', `${style}<title>`)
writeFileSync(new URL('../docs/v-curve.svg', import.meta.url), `${drawing}\n`)
