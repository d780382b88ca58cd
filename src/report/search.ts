import { strengthsOf, verdicts } from './counts.js'
import { escape } from '../drawing/escape.js'
import type { Group } from './groups.js'
import type { Session } from './Session.js'

const choice = (name: string, all: string, options: ReadonlyArray<readonly [value: string, text: string]>): string =>
  `<label>${name}<select name="${name.toLowerCase()}"><option value="">${all}</option>` +
  `${options.map(([value, text]) => `<option value="${escape(value)}">${escape(text)}</option>`)
    .join('')}</select></label>`

const same = (word: string): readonly [string, string] => [word, word]

/** What narrows the claims down; shown where there are scripts. */
export const search = ({ judged }: Session, documents: ReadonlyArray<Group>, laws: ReadonlyArray<Group>): string => [
  '<form class="search" role="search" hidden>',
  '<label>Search<input type="search" name="words" autocomplete="off" placeholder="title, id, row or place"></label>',
  choice('Document', 'all', [
    ...documents.map(({ name, title }) => [name, title] as const),
    ...(laws.length === 0 ? [] : [['laws', 'laws of the library'] as const])
  ]),
  choice('Verdict', 'all', verdicts.filter(v => judged.some(j => j.judgement.verdict === v)).map(same)),
  choice('Strength', 'all', strengthsOf(judged).map(same)),
  '<output></output>',
  '</form>'
].join('\n')

/**
 * The script of the page: it narrows down, opens what a link leads to, opens the errata for print, and lets the keyboard reach formulas
 * that scroll. Without it everything is there.
 */
export const script = `
const form = document.querySelector('.search')
const cards = [...document.querySelectorAll('.claim')]
const folds = [...document.querySelectorAll('details.group')]
const wordsOf = new Map()
const textOf = card => {
  if (!wordsOf.has(card)) {
    wordsOf.set(card, [card.id, ...[...card.querySelectorAll('h4, h5, summary, code')].map(part => part.textContent)].join(' ').toLowerCase())
  }
  return wordsOf.get(card)
}
const strengthOf = card => card.querySelector('summary').firstChild.data
const narrow = () => {
  const { words, document: within, verdict, strength } = Object.fromEntries(new FormData(form))
  const asked = words.toLowerCase().split(/\\s+/).filter(word => word !== '')
  const all = asked.length === 0 && within + verdict + strength === ''
  for (const card of cards) {
    card.hidden = !(all || (within === '' || card.closest('#' + CSS.escape('group-' + within)) !== null)
      && (verdict === '' || card.classList.contains(verdict)) && (strength === '' || strengthOf(card) === strength)
      && asked.every(word => textOf(card).includes(word)))
  }
  const left = cards.filter(card => !card.hidden)
  for (const fold of folds) {
    fold.hidden = !all && !left.some(card => fold.contains(card))
    fold.open = !all && !fold.hidden
  }
  form.querySelector('output').textContent = all ? '' : left.length + ' of ' + cards.length + ' claims'
}
for (const card of cards) card.querySelector('dd > a:not([href])').href = '#' + card.id
const show = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (place === null) return
  if (place.closest('[hidden]') !== null) {
    form.reset()
    narrow()
  }
  for (let at = place; at !== null; at = at.parentElement) if (at.matches('details')) at.open = true
  if (place.matches('.claim')) place.querySelector('details').open = true
  place.scrollIntoView()
}
const reach = () => {
  for (const box of document.querySelectorAll('.formula, .scroll')) {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0
      box.setAttribute('role', 'group')
      box.setAttribute('aria-label', 'wide formula, scrolls sideways')
    } else box.removeAttribute('tabindex')
  }
}
form.hidden = false
form.addEventListener('input', narrow)
form.addEventListener('submit', event => event.preventDefault())
addEventListener('hashchange', show)
document.addEventListener('click', event => { if (event.target.closest('a[href="' + location.hash + '"]')) show() })
document.addEventListener('toggle', reach, true)
addEventListener('resize', reach)
show()
reach()
`
