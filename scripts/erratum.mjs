// Draws the README's erratum from the built package: `npm run build`, then `node scripts/erratum.mjs`.
import { writeFileSync } from 'node:fs'
import { effort } from '../dist/src/claim/index.js'
import { claims } from '../dist/proofs-numeric/index.js'

const id = 'homework-1/automatic-differentiation/w9-exponent'
const claim = claims.find(one => one.id === id)
const { verdict, printed: { text: printed }, corrected: { text: corrected }, counterexample } = claim.judge(effort())

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** e^{w1} with its power raised; what follows goes on where the line was. */
const typeset = formula => escaped(formula)
  .replace(/\^(?:\{([^}]*)\}|(\w))([^^]*)/g, '<tspan dy="-8" font-size="15">$1$2</tspan><tspan dy="8">$3</tspan>')

/** An enclosure by the digits that it is sure of. */
const rounded = detail => detail.replace(/\[(\S+), \S+\]/g, (_, lower) => Number(lower).toPrecision(6))

const row = (y, label, text, kind) => `<text x="24" y="${y}" class="label">${label}</text>
<text x="150" y="${y}" class="formula ${kind}">${typeset(text)}</text>`

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 196" role="img">
<title>${escaped(claim.title)}</title>
<style>
svg { background: #fcfbf8 } text { fill: #1d2329; font: 14px system-ui, sans-serif } .label { fill: #626b75 }
.formula { font: italic 22px Georgia, serif } .wrong { fill: #b3361c } .right { fill: #2e7350 }
</style>
<rect width="760" height="196" fill="#fcfbf8"/>
<text x="24" y="34">${escaped(claim.source)}</text>
${row(76, 'in print', printed, 'wrong')}
${row(116, 'right', corrected, 'right')}
<text x="24" y="152" class="label">found</text><text x="150" y="152">${escaped(`${verdict}: ${rounded(counterexample.detail)}`)}</text>
<text x="24" y="178" class="label">judged by</text><text x="150" y="178">npx lemmata verify ${id}</text>
</svg>`
writeFileSync(new URL('../docs/erratum.svg', import.meta.url), `${drawing}\n`)
