/** What the report of verify adds to the style. */
export const reportStyle = `
[hidden] { display: none !important }
main { max-width: 76rem; padding: 1.6rem 1.5rem 3rem }
footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 3rem }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .3rem }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--card) } .skip:focus { left: .5rem; top: .5rem }
.small a, footer a { text-decoration: underline }
.name { margin: 0; color: var(--soft); font-size: .9rem } .lead { margin: .3rem 0 1rem; max-width: none }
.good { color: var(--good) } .bad { color: var(--bad) }
.front { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 3rem; align-items: start }
.front table { font-size: .95rem } .front th, .front td { padding: .34rem 1rem .34rem 0 } .front .number { padding: .34rem 0 .34rem .7rem }
.front .small { margin: .7rem 0 0 }
.errors { color: var(--note); font-weight: 600 }
.examples h2 { margin: 0 0 .3rem; font-size: 1.15rem }
.example { padding: .3rem 0 .4rem; border-bottom: 1px solid var(--line) } .example .small { margin: .2rem 0 0 }
.forms { display: grid; grid-template-columns: 4.2rem minmax(0, 1fr); gap: .15rem .8rem; margin: 0; align-items: center }
.forms dd { margin: 0 } .forms dt { color: var(--soft); font-size: .85rem }
.forms .formula { margin: 0; padding: .25rem .6rem; border-left: 3px solid; font-size: 1.05rem }
.forms .wrong { border-color: var(--bad); --under: var(--bad-tint) } .forms .right { border-color: var(--good); --under: var(--good-tint) }
.words { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem 1.6rem; margin: 1rem 0 0; font-size: .9rem }
.words dt { font-weight: 600; color: var(--tone) } .words dd { margin: 0; color: var(--soft) } .words .enclosed { --tone: var(--good) }
#claims > h2 { margin: 1.2rem 0 .5rem }
.search { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: 0 0 1.2rem }
.search output:empty { margin-left: -1rem } .search label { display: grid; font-size: .85rem; color: var(--soft) } .search label:first-child { flex: 1 16rem }
.search input, .search select { font: inherit; font-size: 1rem; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; padding: .35rem .5rem; width: 100%; min-width: 0; height: 2.5rem }
.group { border-top: 1px solid var(--line); scroll-margin-top: .5rem } .group > summary { padding: .55rem 0; cursor: pointer }
.group > summary > :is(h3, h4) { display: inline; margin-right: .5rem } .group > summary > h3 { font-size: 1.3rem }
.group[open] { padding-bottom: 1rem } .group .group { margin-left: 1.1rem }
.claim { padding: .8rem 1.1rem .6rem; scroll-margin-top: .5rem } .claim:target { outline: 2px solid var(--accent) }
.headline { display: flex; gap: .3rem .8rem; align-items: baseline } .headline > :is(h4, h5) { flex: 1; font-size: 1.05rem; line-height: 1.35; margin: 0; min-width: 0; overflow-wrap: anywhere; font-family: inherit }
.claim > .formula { padding: .5rem 0 .3rem } .claim > .forms { margin: .5rem 0 .3rem }
.claim summary { cursor: pointer; color: var(--soft); font-size: .85rem }
.claim .facts { padding: .5rem 0 .3rem; border: 0 }
.facts dd:last-child { font-family: monospace } .facts dd a { text-decoration: underline }
.facts pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.facts .formula { padding: 0; font-size: 1em }
@media (max-width: 58rem) { .front { display: flex; flex-direction: column; align-items: stretch; gap: 1.4rem } .front > div { display: contents } .words { order: 1; margin: 0 } }
@media (max-width: 40rem) {
  main, footer { padding-left: 1rem; padding-right: 1rem } .headline { flex-wrap: wrap } .headline > :is(h4, h5) { flex-basis: 100% }
  .words { grid-template-columns: minmax(0, 1fr) } .forms { grid-template-columns: minmax(0, 1fr) } .group .group { margin-left: 0 }
}
@media print {
  .skip, .search, .claim:not(.erratum), .claim details, .group:not(:has(.erratum)), figure, footer { display: none }
  .group::details-content { content-visibility: visible; display: block } .formula { overflow: visible } .claim { margin: 0 0 .4rem }
}
`
