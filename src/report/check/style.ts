/** What the page of a document adds to the style of the report. */
export const checkStyle = `
main { max-width: 56rem }
h1 { overflow-wrap: anywhere }
.told { --tone: var(--soft); --tint: var(--line) }
header { padding-bottom: 1.6rem; margin-bottom: 2rem; border-bottom: 1px solid var(--line) }
.outcome { margin: .6rem 0 1.2rem }
.counts { margin: 0 }
.look { margin: .5rem 0 0; color: var(--soft); font-size: .9rem } .counts + .look { margin-top: 1rem }
.look a { color: var(--tone); font-weight: 600; font-variant-numeric: tabular-nums; margin-left: .35rem }
.row { display: grid; grid-template-columns: 2rem minmax(0, 1fr); align-items: baseline; gap: 0 1rem; margin: .9rem 0 }
.row > .at { color: var(--soft); font: .75rem ui-monospace, "SF Mono", Menlo, Consolas, monospace; text-align: right; user-select: none }
.row p, .row h2, .row h3, .row h4 { margin: 0; overflow-wrap: anywhere }
.row p { line-height: 1.65 } .row h2 { padding-top: 1rem } .row h3 { padding-top: .8rem; font-size: 1.2rem } .row h4 { padding-top: .4rem; font-size: 1rem }
.point { padding-left: 1.2rem; text-indent: -1.2rem }
pre { margin: 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--soft); font: .82rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
.row:has(> div > .declarations):has(+ .row > div > .declarations) { margin-bottom: 0 } .row:has(> div > .declarations) + .row:has(> div > .declarations) { margin-top: 0 }
.row:has(> div > .declarations):has(+ .row > div > .declarations) .declarations { border-bottom: 0; padding-bottom: 0; border-end-start-radius: 0; border-end-end-radius: 0 }
.row:has(> div > .declarations) + .row:has(> div > .declarations) .declarations { border-top: 0; padding-top: 0; border-start-start-radius: 0; border-start-end-radius: 0 }
pre .small { font-size: 1em; opacity: .75 } .declarations { color: var(--ink) }
.formula { padding: .7rem 1rem } .box { display: inline-flex; max-width: 100%; text-indent: 0 }
.claim { margin: .3rem 0; border-left: .3rem solid var(--tone); overflow: hidden } p + .claim { margin-top: .6rem }
:is(a, summary, [tabindex]):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .3rem }
.step { color: var(--tone) } .step.refuted, .step.erratum { background: var(--tint) }
.row p > a { color: inherit; border-bottom: 2px solid var(--tone) } .row p > a:hover { text-decoration: none; background: var(--tint) }
.finding { border-top: 1px solid var(--line) } .finding:first-child { border-top: 0 }
.finding > summary { display: flex; gap: .8rem; align-items: baseline; padding: .55rem 1rem; cursor: pointer; list-style: none }
.finding > summary::-webkit-details-marker { display: none }
.finding > summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; border-radius: .6rem }
.finding > summary > :nth-child(2) { flex: 1; min-width: 0; overflow-wrap: anywhere; font-size: .9rem } .finding > summary > code { font-size: .85rem }
.finding .facts { border: 0; padding: 0 1rem .8rem; grid-template-columns: 6rem minmax(0, 1fr) }
.finding:not(:has(dl)) > summary { cursor: default } .finding:not(:has(dl)) .rank::after { visibility: hidden }
.finding:target { background: var(--tint) }
@media (max-width: 40rem) {
  pre { padding: .7rem }
  .row { grid-template-columns: 1.4rem minmax(0, 1fr); gap: 0 .6rem } .formula { font-size: 1rem; padding: .6rem .7rem }
  .finding > summary { flex-wrap: wrap; gap: .3rem .8rem; padding: .55rem .7rem } .finding > summary > :nth-child(2) { order: 3; flex: 0 0 100% }
  .finding > summary > .rank { display: block; margin-left: auto }
  .finding .facts { grid-template-columns: 5rem minmax(0, 1fr); gap: .3rem .6rem; padding: 0 .7rem .7rem } .finding .facts dd { margin: 0 }
}
@media print { .finding { break-inside: avoid } .finding::details-content { content-visibility: visible; display: block } }
`
