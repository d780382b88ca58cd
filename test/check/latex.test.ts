import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { check, type Line, suggested } from '../../src/check/index.js'
import { definitionsIn } from '../../src/check/macros.js'
import { page } from '../../src/report/check/page.js'

const raw = String.raw
const effort = { seed: 1, runs: 30, cancelled: () => false }

/** "7 holds =": the line, what was found, and what stands at the place. */
const judged = (document: string): ReadonlyArray<string> =>
  check(document, effort).map(({ line, column, kind, verdict }: Line) =>
    `${line} ${verdict ?? kind} ${document.split('\n')[line - 1]?.slice(column - 1).replace(/[\s{&].*$/, '') ?? ''}`)

/** A document in LaTeX, whose body begins on line 5. */
const latex = (preamble: string, body: string): string => raw`\documentclass{article}
${preamble.replaceAll('\n', ' ')}
% lemmata: sizes n = 1..2 % as many as there are
% lemmata: x, y, z \in \mathbb{R}^n
\begin{document} % lemmata: is no block here
% lemmata: a, b, c \in \mathbb{R}
${body}
\end{document}
$1 = 2$
`

describe('what a document defines is what its formulas mean', () => {
  const norm = raw`\newcommand{\norm}[1]{\left\|#1\right\|}`
  test.each<readonly [string, string, ReadonlyArray<string>]>([
    [norm, raw`$\norm{x}^2 = x^T x$ and $\norm{x}^2 = 2 x^T x$`, ['7 holds =', '7 wrong =']],
    [raw`\newcommand\norm[1]{\left\|#1\right\|}`, raw`$\norm{\norm{x} x} = \norm x^2$`, ['7 holds =']],
    [raw`\newcommand{\abs}[1]{\left|#1\right|}`, raw`$\abs{\abs{a} b} = \abs{\abs{a}} \abs{b}$, $\abs{\abs{a} b} = a \abs{\abs{b}}$`, [
      '7 holds =', '7 wrong ='
    ]],
    [raw`\newcommand*{\p}[2][x]{\|#1 - #2\|^2}`, raw`$\p{y} = \|x - y\|^2$, $\p[y]{z} = \|y - z\|^2$, $\p[y]{z} = \|x - z\|^2$`,
      ['7 holds =', '7 holds =', '7 wrong =']],
    [raw`\newcommand{\second}[2]{#2}`, raw`$\second{a}{b} = b$, $\second{a}{b} = a$`, ['7 holds =', '7 wrong =']],
    [raw`\def\sq#1{(#1)^2} \def\half{\frac12}`, raw`$\sq{a + b} = a^2 + 2 a b + \sq b$, $\half a = a \half$, $\frac\half a = \frac{1}{2 a}$`,
      ['7 holds =', '7 holds =', '7 holds =']],
    [raw`\DeclareMathOperator{\softmax}{softmax} \DeclareMathOperator*{\tr}{tr}`, raw`$\tr(x x^T) = \|x\|^2$, $\softmax(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$`,
      ['7 holds =', '7 holds =']],
    [raw`\renewcommand{\epsilon}{\varepsilon} \renewcommand{\vec}[1]{\mathbf{#1}} \renewcommand{\le}{\leqslant}`,
      raw`$\epsilon := a$, $\varepsilon \le a$, $\vec{u} := b$, $\mathbf{u} = b$`, [
        '7 definition \\epsilon', '7 holds \\le', '7 definition u}', '7 holds ='
      ]],
    [raw`\newcommand{\R}{\ensuremath{\mathbb{R}}\xspace}`, raw`
% lemmata: u \in \R^3
$u_1 + u_1 = 2 u_1$`, ['9 holds =']],
    [raw`\newcommand{\eq}{=}`, raw`$a \eq a$, $a \eq b$, $\nope \eq b$`, [
      '7 holds \\eq', '7 wrong \\eq', '7 not understood \\nope'
    ]],
    [raw`\newcommand{\rate}{0.5} \newcommand{\few}{1e-3} \newcommand{\two}{2}`,
      raw`$\rate a = a / 2$, $\few a = a / 1000$, $1\two = 12$, $1 \two = 2$, $\left. a \right. = a$`,
      ['7 holds =', '7 holds =', '7 holds =', '7 not understood \\two', '7 holds =']],
    [raw`\newcommand{\both}{a = b}`, raw`so it is, $\both$`, ['7 wrong \\both$']],
    [raw`\newcommand{\m}{a} \providecommand{\m}{b} \providecommand{\p}{b}`, raw`$\m = a$, $\p = b$`, [
      '7 holds =', '7 holds ='
    ]],
    ['', raw`\newcommand{\m}{a} $\m = a$ \renewcommand{\m}{b} $\m = b$`, ['7 holds =', '7 holds =']],
    ['', raw`$1 = \m$ \newcommand{\m}{1} $1 = \m$`,
      ['7 not understood \\m$', '7 holds =']]
  ])('%s', (preamble, body, lines) => {
    expect(judged(latex(preamble, body))).toEqual(lines)
  })

  it('also in Markdown, in a display or as text, but not as code', () => {
    const document = raw`$$\newcommand{\m}{a}$$
\newcommand{\p}{b} and ${'`'}\newcommand{\p}{a}${'`'}
${'```'}lemmata
a, b \in \R
${'```'}
With 50% of $\m + \p = \p + \m$ and $\p = a$ $$\def\two{2} a + a = \two a$$`
    expect(judged(document)).toEqual(['6 holds =', '6 wrong =', '6 holds ='])
    expect(page('a.md', document, check(document, effort))).not.toContain('<code class="tex">')
  })
})

describe('what cannot be followed is not understood, and said so', () => {
  const growing = ['laa', 'lab', 'lac', 'lad'].map((name, k, all) => raw`\def${'\\'}${name}{${(k === 3 ? 'xxxxx'
    : raw`\${all[k + 1]}`.replace('${all[k + 1]}', all[k + 1] ?? '')).repeat(10)}}`).join('')
  const endless = 'expected commands that come to an end'
  test.each<readonly [string, string, string]>([
    [raw`\def\a{\a}`, raw`$1 = \a$`, endless],
    [raw`\newcommand{\a}{\b}\newcommand{\b}{\a}`, raw`$1 = \a$`, endless],
    [raw`\newcommand{\a}[1]{\a{#1#1}}`, raw`$1 = \a{x}$`, endless],
    [raw`\newcommand{\a}[1]{#1#1}`, raw`$1 = ${raw`\a{`.repeat(40)}x${'}'.repeat(40)}$`, endless],
    [growing, raw`$1 = \laa$`, endless],
    [raw`\let\a=\frac`, raw`$1 = \a{1}{1}$`, 'got \\a, defined by \\let'],
    [raw`\gdef\a{1}`, raw`$1 = \a$`, 'got \\a, defined by \\gdef'],
    [raw`\NewDocumentCommand{\a}{m}{#1}`, raw`$1 = \a{1}$`, 'got \\a, defined by \\NewDocumentCommand'],
    [raw`\def\a(#1){#1}`, raw`$1 = \a(1)$`, 'got \\a, whose definition has no body in braces'],
    [raw`\newcommand{\a}[1]{#2}`, raw`$1 = \a{1}$`, 'arguments up to #1, got #2'],
    [raw`\newcommand{\a}{\def\b{1}\b}`, raw`$1 = \a$`, 'a command that defines no other'],
    [raw`\renewcommand{\frac}[2]{#2/#1}`, raw`$1 = \frac{1}{1}$`, 'got \\frac, which is defined as something else'],
    [raw`\renewcommand{\|}{1}`, raw`$1 = \|$`, 'got \\|, which is defined as something else'],
    [raw`\renewcommand{\le}{\ge}`, raw`$1 \le 0$`, 'got \\le, which is defined as something else'],
    [raw`\def={\ge}`, raw`$1 = \def={x}$`, 'apart from formulas, got \\def'],
    ['', raw`$1 = \gdef\a#1{\a{#1#1}}\a{x}$`, 'apart from formulas, got \\gdef'],
    [raw`\newcommand{\a}{1}`, raw`\begin{proof}\renewcommand{\a}{2}\end{proof} $1 = \a$`, 'got \\a, which is defined anew inside a group'],
    [raw`\newcommand{\a}{1}`, raw`$1 = \a \renewcommand{\a}{2} = \a$`, 'got \\a, which is defined anew inside the formula'],
    [raw`\newcommand{\a}{\nope}`, raw`$1 = \a$`, 'undefined control sequence: \\nope'],
    [raw`\newcommand{\a}[2]{#1}`, raw`$1 = \a$`, 'expected']
  ])('%s', (preamble, body, reason) => {
    const document = latex(preamble, body)
    const lines = check(document, effort)
    expect(lines.map(({ kind }) => kind)).toEqual(['not understood'])
    expect(lines[0]?.reason).toContain(reason)
    expect([lines[0]?.line, page('a.tex', document, lines).length > 0, suggested(document).length > 0]).toEqual(
      [7, true, true]
    )
  })

  it('tells the place where the command is used', () => {
    expect(judged(latex(raw`\newcommand{\a}{\b}\newcommand{\b}{\a}`, raw`$1 = 1 + \a$`))[0]).toBe(
      '7 not understood \\a$'
    )
    expect(judged(latex(raw`\newcommand{\a}{\frac{x}{\nope}}`, raw`$1 = 1 + \a$`))[0]).toBe('7 not understood \\a$')
  })
})

describe('a document in LaTeX', () => {
  test.each<readonly [string, ReadonlyArray<string>]>([
    [raw`% $1 = 2$
5\% of $a = a$ % and $a = b$
a line\\% $a = b$
$a = a$`, ['8 holds =', '10 holds =']],
    [raw`\begin{align}
(a + b)^2 &= a^2 + 2 a b \label{eq:1} \\
  &\quad + b^2 \nonumber \\[2pt]
  &= (b + a)^2 \tag{7} \\
\intertext{hence}
a &= b \notag \\
\shortintertext{and so}
b &= b + {} \\ & 0
\end{align}`, ['8 holds =', '10 holds =', '12 wrong =', '14 holds =']],
    [raw`\begin{align*} a &= a + b \\ & - b \\ -a &= b \end{align*}`, ['7 holds =', '7 wrong =']],
    [raw`\begin{align*} & -a = -a \\ & -b = b \end{align*}`, ['7 holds =', '7 wrong =']],
    [raw`\begin{equation*} a \begin{split} &= a \\ &= b \end{split} \end{equation*}`, ['7 not understood =']],
    [raw`\begin{equation} \begin{split} a &= a \\ &= b \end{split} \end{equation}`, ['7 holds =', '7 wrong =']],
    [raw`\begin{gather} a = a \\ a = b \end{gather} \begin{alignat}{2} a &= b \end{alignat}`, [
      '7 holds =', '7 wrong =', '7 wrong ='
    ]],
    [raw`\[ a = a \] \( a = b \) \begin{displaymath} a = b \end{displaymath}`, ['7 holds =', '7 wrong =', '7 wrong =']],
    [raw`\begin{multline} a = b \\ + a - b \end{multline}`, ['7 holds =']],
    [raw`\begin{multline*} a = b \\ - a + b \end{multline*}`, ['7 wrong =']],
    [raw`\begin{multline} a = a + \begin{pmatrix} b \\ b \end{pmatrix}^\top \begin{pmatrix} 1 \\ -1 \end{pmatrix} \\ = b \end{multline}`, [
      '7 holds =', '7 wrong ='
    ]],
    [raw`\begin{eqnarray} a &=& a + b \\ && - b \\ &=& b \end{eqnarray}`, ['7 holds =', '7 wrong =']],
    [raw`\begin{eqnarray*} a &=& b \end{eqnarray*}`, ['7 wrong =']],
    [raw`\newcommand{\be}{\begin{equation}} \def\ee{\end{equation}} \be a = a \ee \be a = b \ee $a = b$`, [
      '7 holds =', '7 wrong =', '7 wrong ='
    ]],
    [raw`\newcommand{\be}{\begin{eqnarray}} \newcommand\ee{\end{eqnarray}} \be a &=& a \\ &=& b \ee`, [
      '7 holds =', '7 wrong ='
    ]],
    [raw`\newcommand{\be}{\begin{equation}} \newcommand\ee{\end{align}} \newcommand{\beq}{x} \be a = b \ee`, []],
    [raw`\begin{lemma}[About $a = a$] $a = b$ \end{lemma}`, ['7 holds =', '7 wrong =']],
    [raw`\begin{verbatim}
$a = b$
\end{verbatim}
\verb|$a = b$| \verb*+$a = b$+ \begin{lstlisting} % $a = b$ \end{lstlisting} $a = b$`, ['10 wrong =']],
    [raw`\iffalse $a = b$ \fi \input{a$b} \url{http://a.b/%20$} $a = b$`, ['7 wrong =']],
    [raw`It costs \$5, or \$6; a row & of a table \\[2pt] $a = b$ \]`, ['7 wrong =']],
    ["`a' and `b', $a = b$, ``c''", ['7 wrong =']],
    [raw`$a = a \text{ for all } n$, $a = b \text{ for all } n$`, ['7 holds =', '7 wrong =']],
    [raw`\[ a = a \mbox{ for all } n \]`, ['7 holds =']],
    [raw`\begin{comment} $a = b$ \end{comment} $a = a$`, ['7 holds =']]
  ])('%s', (body, lines) => {
    expect(judged(latex('', body))).toEqual(lines)
  })
})

it('reads any preamble and any formula, and comes to an end', () => {
  const part = fc.constantFrom('\\newcommand', '\\def', '\\renewcommand', '\\let', '\\gdef', '\\DeclareMathOperator', '{\\a}', '\\a', '\\b', '[1]', '[2]', '[x]',
    '{', '}', '#1', '#2', '##', '#', '{#1#1}', '{\\a\\b}', '$', '$$', '\\[', '\\]', '=', 'x', '1', '%', '\n', '\\begin{align}', '\\end{align}', '&', '\\\\', '\\|', '`')
  fc.assert(fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, isLaTeX) => {
    const document = `${isLaTeX ? '\\documentclass{a}\n' : ''}${parts.join('')}`
    const lines = check(document, { ...effort, runs: 2 })
    expect(page('a', document, lines)).toContain('</html>')
    for (const { span } of definitionsIn(document)) expect(span.to).toBeLessThanOrEqual(document.length)
  }), { seed: 1, numRuns: 1500 })
})
