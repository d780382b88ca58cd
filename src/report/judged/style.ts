/** What the page of a judged file adds to the style of the report. */
export const judgedStyle = `
main { max-width: 56rem }
h1 { overflow-wrap: anywhere }
header { padding-bottom: 1.6rem; margin-bottom: 1.6rem; border-bottom: 1px solid var(--line) }
.told { --tone: var(--soft); --tint: var(--line) }
.lead { margin: .3rem 0 1.2rem; font-size: .9rem; overflow-wrap: anywhere }
.counts { margin: 0 } .counts .dot { background: var(--tone) }
.look { margin: 1rem 0 0; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere }
.look a { color: var(--tone); font-weight: 600; text-decoration: underline; text-underline-offset: .2em }
:is(a, [tabindex]):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .3rem }
.claim { padding: .8rem 1.1rem; border-left: .3rem solid var(--tone); scroll-margin-top: .5rem }
.claim:target { outline: 2px solid var(--accent) }
.claim.proved, .claim.supported { padding: .45rem 1.1rem; margin-bottom: .4rem }
.headline { display: flex; gap: .3rem .8rem; align-items: baseline }
.headline > h2 { flex: 1; min-width: 0; margin: 0; font: 600 1rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
.claim p { margin: .5rem 0 0; overflow-wrap: anywhere; white-space: pre-line }
.claim .facts { padding: .5rem 0 0; border: 0; grid-template-columns: 5rem minmax(0, 1fr) }
.case { color: var(--soft); font-size: .85rem } .claim .case { margin-top: .8rem }
pre { margin: .3rem 0 0; padding: .8rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all }
pre code { font: .85rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
footer { overflow-wrap: anywhere }
@media (max-width: 40rem) {
  .headline { flex-wrap: wrap } .headline > h2 { order: 2; flex-basis: 100% } .headline > .small { margin-left: auto }
  .claim, .claim.proved, .claim.supported { padding: .6rem .8rem } .claim .facts { grid-template-columns: 4rem minmax(0, 1fr); gap: .3rem .6rem } .claim .facts dd { margin: 0 }
  pre { padding: .7rem }
}
`
