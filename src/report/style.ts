/** The whole style of the report: light or dark as the reader's system is, and plain on paper. */
export const style = `
:root {
  --paper: #fcfbf8; --card: #ffffff; --ink: #1d2329; --soft: #59626b; --line: #e3e0d8; --accent: #2b5c8a;
  --good: #2e7350; --good-tint: #e4f1ea; --fair: #2b5c8a; --fair-tint: #e5eef7; --note: #8a5a00; --note-tint: #faf0da; --bad: #a62b2b; --bad-tint: #fae5e3;
  --series-1: #2b6cb0; --series-2: #c4511d; --series-3: #2e7350; --series-4: #7b4fa3; --series-5: #a87d00; --series-6: #b0356f;
  --shade: #0003; color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --card: #1b1f25; --ink: #e4e6e9; --soft: #98a2ad; --line: #2e343c; --accent: #86b6e6;
    --shade: #fff4; --good: #7fcaa1; --good-tint: #1d3529; --fair: #8dbbea; --fair-tint: #1d2f42; --note: #e3b964; --note-tint: #3a2f17; --bad: #f0908a; --bad-tint: #432220;
    --series-1: #79b0e8; --series-2: #f0935f; --series-3: #7fcaa1; --series-4: #bb98de; --series-5: #e0bd55; --series-6: #ec86b3;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.5rem 5rem }
h1, h2, h3 { font-family: Charter, "Iowan Old Style", Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.2; margin: 0 }
h1 { font-size: 2.5rem; letter-spacing: -.01em }
h2 { font-size: 1.5rem; margin: 3.5rem 0 1rem }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
code, .mono { font: .85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
.lead { color: var(--soft); margin: .4rem 0 2rem; max-width: 44rem }
.outcome { font-size: 1.15rem; margin: 0 0 1rem }
.outcome b { color: var(--good) }
.outcome.bad b { color: var(--bad) }
.share { display: flex; gap: 2px; height: .75rem; border-radius: .375rem; overflow: hidden; margin: 0 0 .75rem }
.share i { display: block; min-width: 4px }
.counts { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin: 0 0 2.5rem; padding: 0; list-style: none; color: var(--soft) }
.counts b { color: var(--ink); font-variant-numeric: tabular-nums }
.dot { display: inline-block; width: .65rem; height: .65rem; border-radius: 50%; margin-right: .45rem }
.proved { --tone: var(--good); --tint: var(--good-tint) } .supported { --tone: var(--fair); --tint: var(--fair-tint) }
.erratum { --tone: var(--note); --tint: var(--note-tint) } .vacuous, .undecided { --tone: var(--soft); --tint: var(--line) }
.refuted { --tone: var(--bad); --tint: var(--bad-tint) }
.share i, .dot { background: var(--tone) }
table { border-collapse: collapse; width: 100%; font-size: .95rem }
th { text-align: left; font-weight: 500; color: var(--soft); font-size: .85rem }
th, td { padding: .45rem 1rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.number { text-align: right; padding-right: 1.75rem; font-variant-numeric: tabular-nums }
td code { white-space: nowrap }
td:last-child, th:last-child { padding-right: 0 }
.claim { --under: var(--card); background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 .75rem }
.claim.surprise { border-color: var(--bad); border-width: 2px }
.badge { flex: none; background: var(--tint); color: var(--tone); border-radius: 1rem; padding: .1rem .65rem; font-size: .8rem; font-weight: 600; white-space: nowrap }
.rank { flex: none; color: var(--soft); font-size: .8rem }
.rank::after { content: "\\25be"; margin-left: .6rem } [open] > summary .rank::after { content: "\\25b4" }
.scroll, .formula, .box {
  overflow-x: auto; overflow-y: hidden; background-color: var(--under, var(--paper)); background-repeat: no-repeat; background-attachment: local, local, scroll, scroll;
  background-image: linear-gradient(to right, var(--under, var(--paper)) 30%, transparent), linear-gradient(to left, var(--under, var(--paper)) 30%, transparent), linear-gradient(to right, var(--shade), transparent), linear-gradient(to left, var(--shade), transparent);
  background-size: 2rem 100%, 2rem 100%, .4rem 100%, .4rem 100%; background-position: 0 0, 100% 0, 0 0, 100% 0;
}
.formula { padding: .7rem 0 .2rem; font-size: 1.15rem } .sentence { font-size: 1rem }
math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", math, serif }
mtable[columnalign^="right left"] > mtr > mtd { padding-left: 0; padding-right: 0; text-align: left }
mtable[columnalign^="right left"] > mtr > :is(mtd:nth-child(odd):not(.mtr-glue ~ mtd), .mtr-glue:first-child ~ mtd:nth-child(even)) { text-align: right }
mtable[columnalign^="right left"] > mtr > :is(mtd:nth-child(2n + 3):not(.mtr-glue ~ mtd), .mtr-glue:first-child ~ mtd:nth-child(2n + 4)) { padding-left: 1.5em }
mtable[columnalign^="left"] > mtr > mtd { text-align: left }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1.2rem; margin: 0; padding: .9rem 1.1rem; border-top: 1px solid var(--line); font-size: .9rem }
.facts dt { color: var(--soft) }
.facts dd { margin: 0; overflow-wrap: anywhere }
del { color: var(--bad); text-decoration: none }
ins { color: var(--good); text-decoration: none; font-weight: 500 }
.small { color: var(--soft); font-size: .85rem }
figure { margin: 1.5rem 0 2rem }
figcaption { color: var(--soft); font-size: .9rem; max-width: 44rem; margin-top: .5rem }
.plot { display: block; width: 100%; max-width: 46rem; height: auto; color: var(--ink) }
.plot text { fill: currentColor; font: 12px system-ui, sans-serif }
.plot .axis { font-size: 13px } .plot .tick { fill: var(--soft) } .plot .power { font-size: 9px }
.plot .grid { stroke: var(--line); fill: none } .plot .frame { stroke: var(--soft); stroke-width: .75; fill: none }
.plot .series { stroke: var(--colour); fill: none; stroke-width: 1.75; stroke-linejoin: round }
.plot .marks { fill: var(--colour); stroke: none } .plot .band { fill: var(--colour); fill-opacity: .15; stroke: none }
.series-1 { --colour: var(--series-1) } .series-2 { --colour: var(--series-2) } .series-3 { --colour: var(--series-3) }
.series-4 { --colour: var(--series-4) } .series-5 { --colour: var(--series-5) } .series-6 { --colour: var(--series-6) }
footer { color: var(--soft); font-size: .85rem; margin-top: 4rem }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem } h1 { font-size: 2rem } .facts { grid-template-columns: minmax(0, 1fr); gap: 0 } .facts dd { margin-bottom: .5rem } .rank { display: none }
  .optional { display: none }
  .plot text { font-size: 20px } .plot .axis { font-size: 21px } .plot .power { font-size: 15px } .plot .series { stroke-width: 3 }
}
@media print {
  :root { --paper: #fff; --card: #fff } body { font-size: 10pt } main { max-width: none; padding: 0 }
  .claim, figure, tr { break-inside: avoid } h2 { break-after: avoid }
}
`
