import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { checked, verdictOf } from './checked.js'

const effort = { seed: 1, runs: 100, cancelled: () => false }
const declared = String.raw`sizes n = 1..3
\lambda, \eta, L > 0
a, b, c, x, y, r \in \mathbb{R}
u, v \in \mathbb{R}^n
A \in \mathbb{R}^{n \times n}
p \in [0, 1]
k \in \{1..3\}
K > 0
\|u\| \le K
h(t) := t^2`

const markdown = (body: string): string => `\`\`\`lemmata\n${declared}\n\`\`\`\n\n${body}\n`
const latex = (body: string): string => String.raw`\documentclass{article}
${declared.replace(/^/gm, '% lemmata: ')}
\begin{document}

${body.replace(/\$\$([^]*?)\$\$/g, (_, tex: string) => `\\[${tex}\\]`).replace(/^# (.*)$/gm, '\\section{$1}')
  .replace(/^- /gm, '\\item ')}
\end{document}
`

const verdicts = (document: string): string => check(document, effort).map(verdictOf).join(', ')

// the claim that needs its condition, and one that holds without
const grows = String.raw`\lambda x^2 \ge x^2`

describe('a claim is judged under the conditions that are announced for it, in Markdown and in LaTeX', () => {
  test.each([
    // in the sentence, before the claim and after it
    [`If $\\lambda > 1$, then $$${grows}$$`, 'condition, proved'],
    [`If $\\lambda > 1$ then\n\n$$${grows}.$$`, 'condition, proved'],
    [`If $\\lambda > 1$, we have $${grows}$.`, 'condition, proved'],
    [`$$${grows}$$ if $\\lambda > 1$.`, 'proved, condition'],
    [`$$${grows}$$\n\nfor all $\\lambda > 1$.`, 'proved, condition'],
    [`$$${grows},$$ provided that $\\lambda > 1$.`, 'proved, condition'],
    [`$$${grows}$$ assuming $\\lambda \\ge 1$.`, 'proved, condition'],
    [`$$${grows},$$ where $\\lambda > 1$.`, 'proved, condition'],
    [`$${grows}$ holds whenever $\\lambda > 1$.`, 'proved, condition'],
    [`For all $\\lambda > 1$ it holds that $${grows}$.`, 'condition, proved'],
    [`For any number $\\lambda > 1$, $${grows}$.`, 'condition, proved'],
    [`Under the assumption that $\\lambda > 1$ we get $$${grows}$$`, 'condition, proved'],
    ['We see $a - b = 0$ if $a = b$.', 'proved, condition'],
    ['We see $a - b = 0$ if $b = a$; also $a = b$.', 'proved, condition, not understood'],
    ['If $a = b$ and $b = c$, then $a = c$.', 'condition, condition, proved'],
    ['If $a = b$, $b = c$, then $a = c$.', 'condition, condition, proved'],
    ['If $u = v$, then $\\|u\\|^2 = u^T v$.', 'condition, proved'],
    ['If $x = 2$, then $x^2 = 4$. If $x = 2$, then $x^2 = 5$.', 'condition, proved, condition, wrong'],
    ['$x^2 \\le 9$ for $-3 \\le x \\le 3$.', 'proved, condition'],
    ['If $x > 1$ and $x < 3$, then $(x - 1)(3 - x) > 0$.', 'condition, condition, proved'],
    ['If $x \\in [0, 1]$, then $x^2 \\le x$. If $x \\in [0, 2]$, then $x^2 \\le x$.', 'proved, wrong'],
    ['For $x \\in \\mathbb{R}$ we have $x^2 \\ge x$.', 'wrong'],
    ['For $n = 2$, $\\|v\\|^2 = v_1^2 + v_2^2$.', 'condition, proved'],
    ['For $n = 7$, $\\|v\\|^2 = 0$.', 'condition, vacuous'],
    ['$k^2 = k$ if $k = 1$.', 'proved, condition'],
    ['$$\\lambda > 0 \\text{ if } a > 0, b > 0$$', 'proved'],
    ['$$a + b > 0 \\text{ if } a > 0, \\quad b > 0, \\quad c > a$$', 'proved'],
    ['$$a + b > c \\text{ if } a > 0, b > 0$$', 'wrong'],
    ['$$a^2 \\ge 0 \\text{ for all } a, b^2 \\ge 1$$', 'proved, wrong'],
    ['$$|x| = x \\text{ if } x > 0, b^2 \\ge 0 \\text{ for } b > 0$$', 'proved, proved'],
    ['$$v_i + v_i = 2 v_i$$ for $i = 1, \\ldots, n$.', 'proved, condition'],
    ['$x\' = x - \\eta c$, where $\\eta < \\frac{1}{L}$. We have $\\eta L \\le 1$ if $\\eta < \\frac{1}{L}$.', 'definition, condition, proved, condition'],
    // assumptions hold to the end of their paragraph
    [`Let $\\lambda > 1$. Then $$${grows}.$$`, 'condition, proved'],
    [`Let $\\lambda > 1$. We write this down. It is $$${grows}.$$ Also $\\lambda^2 > 1$.`, 'condition, proved, proved'],
    ['Suppose $x \\ge 0$. Then $|x| = x$.', 'condition, proved'],
    [
      'Suppose $x \\ge 0$. Then $|x| = x$. Now suppose $x < 0$. Then $|x| = -x$.', 'condition, proved, condition, proved'
    ],
    ['Suppose $x \\ge 0$. Then $|x| = x$. Now suppose $x < 0$. Then $|x| = x$.', 'condition, proved, condition, wrong'],
    ['Then suppose $x > 0$ and $y > 0$. We get $x y > 0$.', 'condition, condition, proved'],
    ['Choose $\\eta$ such that $\\eta < \\frac{1}{L}$. Then $\\eta L \\le 1$.', 'condition, proved'],
    ['We choose $\\eta = \\frac{1}{L}$ and get $\\eta L = 1$.', 'condition, proved'],
    ['Take $x = 3$. Then $x^2 = 9$.', 'condition, proved'],
    // no later paragraph has it, and no other sentence rests on a case
    [`If $\\lambda > 1$, then $${grows}$.\n\nSo $${grows}$.`, 'condition, proved, wrong'],
    [`If $\\lambda > 1$, then $${grows}$. Also $${grows}$.`, 'condition, proved, not understood'],
    [`Let $\\lambda > 1$. Then $${grows}$.\n\nSo $${grows}$.`, 'condition, proved, not understood'],
    [`Let $\\lambda > 1$. Then $${grows}$.\n\nSo $${grows} + 1$.`, 'condition, proved, not understood or wrong'],
    [`Let $\\lambda > 1$. Then $${grows}$.\n\n# Next\n\nSo $${grows}$.`, 'condition, proved, wrong'],
    [`Let $\\lambda > 1$.\n\n$$${grows}$$`, 'condition, not understood'],
    [`- Let $\\lambda > 1$. Then $${grows}$.\n- So $${grows}$.`, 'condition, proved, not understood'],
    // a claim is no condition
    ['Then $x > 0$.', 'wrong'],
    ['We see that if $x > 0$, then $x > 1$.', 'condition, wrong'],
    ['If $x > 0$, $x^2 > 0$.', 'condition, proved'],
    ['If $x > 0$, $x^2 < 0$.', 'condition, wrong'],
    ['If $x > 1$, then $x^2 > 1$ and $x^2 > x$ and $x > 2$.', 'condition, proved, proved, wrong'],
    ['Since $x > 0$, $x + 1 > 1$.', 'wrong, wrong'],
    ['$x^2 > 0$ if $x > 0$ and $x^2 = 0$ if $x = 0$.', 'proved, condition, proved, condition'],
    ['If $x > 0$, then $|x| = x$, and if $x < 0$, then $|x| = -x$.', 'condition, proved, condition, proved'],
    ['If $x > 0$, then $|x| = x$; if $x < 0$, $|x| = x$.', 'condition, proved, condition, wrong'],
    ['Let $x > 0$, $x^2 > 5$.', 'condition, not understood'],
    // what says no plain condition
    [`Unless $\\lambda > 1$, $${grows}$.`, 'condition, not understood'],
    ['$x = 1$ if and only if $x - 1 = 0$.', 'not understood, condition'],
    ['If $x > 1$ or $x < -1$, then $x^2 > 1$.', 'condition, condition, not understood'],
    ['$x^2 \\ge 0$ even if $x < 0$.', 'proved, condition'],
    ['$x \\ge 0$ even if $x < 0$.', 'wrong, condition'],
    ['$x > 1$ for some $x > 0$.', 'not understood, condition'],
    ['If it is not true that $x > 0$, then $x > 0$.', 'condition, not understood'],
    // what cannot be taken into the judging; what holds anyway; what nothing meets
    ['If $x^2 > 1$, then $x^4 > 1$.', 'condition, not understood'],
    ['If $x^2 > 1$, then $x^2 + 1 > 0$.', 'condition, proved'],
    ['If $x^2 > 1$, then $y + 1 > y + 2$.', 'condition, wrong'],
    ['If $x^2 < 0$, then $x = 7$.', 'condition, vacuous'],
    ['If $\\lambda < 0$, then $\\lambda = 7$.', 'condition, vacuous'],
    ['If $\\lambda > 0$, then $\\lambda = 7$.', 'condition, wrong'],
    ['If $u^T v = 0$, then $\\|u + v\\|^2 = \\|u\\|^2 + \\|v\\|^2$.', 'condition, not understood'],
    ['For $x \\in C$, $x \\ge 0$.', 'not understood'],
    ['If $p = 2$, then $p > 1$.', 'condition, not understood'],
    ['If $p = \\frac{1}{2}$, then $p^2 = \\frac{1}{4}$.', 'condition, proved'],
    ['If $x = x + y$, then $y = 0$.', 'condition, not understood'],
    // odd places
    ['Now $x > 1$ is what we assume: if so, $x^2 > 1$.', 'wrong, wrong'],
    ['It fails when $x = 0$. But $x^2 \\ge 0$ and $x > 0$.', 'condition, proved, wrong'],
    ['If $x > 1$: $$x^2 > x$$', 'condition, proved'],
    ['If $x > 1$ (e.g. $x = 2$), then $x^2 > x$.', 'condition, wrong, proved'],
    ['Let $x$ be real, i.e. any number, with $x > 1$. Then $x^2 > x$.', 'condition, not understood'],
    ['Let $a > 0$ and $b > 0$ with $a < b$. Then $b - a > 0$.', 'condition, condition, condition, proved'],
    ['$$x^2 > x$$\n\nif $x > 1$, and\n\n$$x^2 < x$$\n\nif $0 < x < 1$.', 'proved, condition, proved, condition'],
    ['$x^2 > x$ if $x > 1$, $x^2 < x$ if $0 < x < 1$.', 'proved, condition, proved, condition'],
    ['Let $x > 1$. Then $x^2 > x$. If moreover $x < 2$, then $x^2 < 4$.', 'condition, proved, condition, proved'],
    ['Let $x > 1$. Suppose that $x < 2$. Then $x^2 < 4$.', 'condition, condition, not understood'],
    ['Suppose $x > 1$. If $x < 0$, then $y = 3$.', 'condition, condition, vacuous'],
    ['If $x > 1$ then $x > 0$, so $x + 1 > 1$. Hence $x > 0$.', 'condition, proved, proved, not understood'],
    ['For every $c > 0$ there is an $x$ such that $x > c$.', 'condition, condition'],
    ['The case $x > 1$ is easy. So $x^2 > x$.', 'condition, proved'],
    ['In the case that $x > 1$, $x^2 > x$.', 'condition, proved'],
    [
      'Case 1: $x > 1$. Then $x^2 > x$.\n\nCase 2. $0 < x < 1$. Then $x^2 < x$.', 'condition, proved, condition, proved'
    ],
    [
      '**Case 1:** $x > 1$. Then $x^2 > x$. **Case 2:** $x < 0$. Then $x^2 < x$.', 'condition, proved, condition, wrong'
    ],
    ['If $x > 1$, then $$\\begin{aligned} x^2 &> x \\\\ &> 1 \\end{aligned}$$', 'condition, proved, proved'],
    ['If $i \\ne j$, then $v_i v_j = v_j v_i$.', 'proved'],
    ['If $A$ is symmetric, then $A = A$.', 'proved'],
    ['If $v_i > 0$, then $|v_i| = v_i$.', 'condition, not understood'],
    ['If $u > 0$, then $u_i + 1 > 1$.', 'condition, proved'],
    ['If $1 < x$, then $1 < x^2$.', 'condition, proved'],
    ['Let $r > \\|u\\|$. Then $r \\ge 0$.', 'condition, holds or proved'],
    ['If $\\lambda > 1$ and $\\eta = \\lambda$, then $\\eta > 1$.', 'condition, condition, proved'],
    ['If $\\eta = \\lambda$ and $\\lambda > 1$, then $\\eta > 1$.', 'condition, condition, proved'],
    ['If $x = 1$ and $x = 2$, then $x = 3$.', 'condition, condition, not understood or vacuous'],
    ['If $h(x) = 4$, then $x = 2$.', 'condition, not understood'],
    ['If $\\gamma > 1$, then $x^2 \\ge 0$.', 'condition or not understood, proved'],
    // a list of names; fractions as ends; what a bound that the block declares is a bound of
    ['If $a, b > 0$, then $a b > 0$.', 'proved'],
    ['If $a, b > 0$, then $a b > 1$.', 'wrong'],
    ['Let $a, b, c \\ge 1$. Then $a b c \\ge 1$.', 'condition, proved'],
    ['$$a b > 0 \\quad \\forall a, b > 0$$', 'proved'],
    ['For all $a, b > \\frac{1}{2}$, $a b > \\frac{1}{4}$.', 'proved'],
    ['For all $a, b > \\frac{1}{2}$, $a b > \\frac{1}{3}$.', 'wrong'],
    ['If $-\\frac{1}{3} < a < \\frac{1}{2}$, then $a^2 < \\frac{1}{4}$.', 'condition, proved'],
    ['If $p > \\frac{1}{2}$, then $1 - p < p$. If $p \\ge \\frac{1}{2}$, then $1 - p < p$.', 'condition, proved, condition, wrong'],
    ['If $K < 2$, then $\\|u\\| \\le 2$. If $K < 2$, then $x \\le 2$.', 'condition, not understood, condition, wrong'],
    // a list between comparisons says the same of each of its names; two claims may be meant only where the ends have names
    ['If $0 < x, y < 1$, then $x y < 1$.', 'condition, condition, proved'],
    ['If $0 < x, y < 1$, then $x y < \\frac{1}{2}$.', 'condition, condition, wrong'],
    ['If $0 < x, y$, then $x y > 0$.', 'proved'],
    ['If $0 \\le a, b, c \\le 1$, then $a b c \\le 1$.', 'condition, condition, condition, proved'],
    ['If $a \\le x, y \\le b$, then $|x - y| \\le b - a$.', 'condition, condition, not understood'],
    ['If $a \\le x, y \\le b$, then $x^2 \\ge 0$.', 'condition, condition, proved'],
    ['If $x > 0, y < 1$, then $y - x < 1$. If $x > 0, y < 1$, then $x y < 1$.', 'condition, condition, proved, condition, condition, wrong'],
    ['If $0 < x, y < x$, then $y < x$.', 'condition, condition, proved'],
    ['If $x, y = 0$, then $x + y = 0$. If $x, y = 0$, then $x + y = 1$.', 'proved, wrong'],
    ['If $x, y \\in [0, 1]$, then $x y \\le 1$. If $x, y \\in [0, 1]$, then $x y \\le \\frac{1}{2}$.', 'proved, wrong'],
    ['$$x y < 1 \\quad \\text{if } 0 < x, y < 1$$', 'proved'],
    ['$0 < \\lambda, p < 1$', 'proved, wrong, wrong, wrong'],
    ['If $x$, $y > 0$, then $x y > 0$. For $x$ and $y > 0$ we have $x y > 0$.', 'condition, not understood, condition, not understood'],
    // ranges of one name after one claim are not both meant; of two names they are
    ['$x > 0$ holds for all $x > 1$ and all $x > -1$.', 'not understood, condition, condition'],
    ['$x > 0$ for all $x > 1$ and for all $x > -1$.', 'not understood, condition, condition'],
    ['$x > 0$ for all $x > 1$, all $x > -1$.', 'not understood, condition, condition'],
    ['$x > 0$ for all $x > 1$ and $x > -1$.', 'not understood, condition, condition'],
    ['For all $x > 1$ and all $x > -1$, $x > 0$.', 'condition, condition, not understood'],
    ['$x^2 > 1$ for $x > 1$ and $x < -1$.', 'not understood, condition, condition'],
    ['$x^2 < 9$ for all $x > -3$ and $x < 3$.', 'proved, condition, condition'],
    ['$x y > 0$ for all $x > 0$ and all $y > 0$.', 'proved, condition, condition'],
    ['$x y > 1$ for all $x > 0$ and every $y > 0$.', 'wrong, condition, condition'],
    ['If $x > 1$ and $y > 1$ or $x < -1$, then $x > 0$.', 'condition, condition, condition, not understood'],
    ['If $x > 1$ and $y > 1$ is false, then $x > 0$.', 'condition, condition, not understood'],
    // conditions in words: those that bound a number are heard, of others it is said that they are not understood
    ['Suppose $x$ is positive. Then $x^3 > 0$. Then $x^3 > 1$.', 'proved, wrong'],
    ['If $x$ is nonnegative, $|x| = x$. If $x$ is negative, $|x| = x$.', 'proved, wrong'],
    ['If $x$ and $y$ are positive, then $x y > 0$. For positive numbers $x, y$, $x y > 1$.', 'proved, wrong'],
    ['If $x$ is positive and $y$ is negative, then $x y < 0$.', 'proved'],
    ['If $x$ is positive or $y$ is positive, then $x > 0$.', 'not understood'],
    ['If $x$ is not positive, then $x \\le 0$. Unless $x$ is positive, $x \\le 0$.', 'not understood, not understood'],
    ['Let $x$ be nonzero. Then $x^2 > 0$. Let $y$ be a positive integer. Then $y \\ge 1$.', 'not understood, not understood'],
    ['If $A$ is symmetric, then $A = A^T$. If $A$ is symmetric, then $x > 0$.', 'not understood, wrong'],
    ['$A = A^T$ if $A$ is symmetric. $A = 2 A$ for diagonal $A$. Let $A$ be positive definite. Then $u^T A u \\ge 0$.',
      'not understood, not understood, not understood'],
    ['If $A$ is symmetric and $x > 0$, then $x^3 > 0$. If $A$ is positive, then $A_{ij} > 0$.', 'condition, proved, not understood'],
    ['If $x > 0$, then $A$ is positive definite and $x > 1$.', 'condition, wrong'],
    ['The matrix $A$ is symmetric. So $A = A^T$.', 'not understood'],
    ['Since $A$ is symmetric, $u^T A v = v^T A^T u$.', 'proved'],
    ['For even $n$, $(-1)^n = 1$. If $n$ is even, $(-1)^n = 2$.', 'not understood, not understood'],
    ['Let $A$ be an $n \\times n$ matrix. Then $A = A^T$. Let $x$ be real. Then $x > 0$.', 'wrong, wrong'],
    ['$$A = A^T \\quad \\text{if } A \\text{ is symmetric}$$', 'not understood'],
    ['$$A = A^T \\quad \\text{for symmetric } A$$', 'not understood'],
    // what is no condition, though its words are those of one
    ['Together with $x > 1$ we get $x^2 > x$.', 'condition, not understood'],
    ['We check if $x > 1$ and find $x^2 > x$.', 'condition, not understood'],
    ['We set $y = 2$ so that $y > 3$. Then $y > 1$.', 'condition, wrong, proved'],
    ['Choose $\\eta$ so that $\\eta < \\frac{1}{L}$. Then $\\eta L < 1$.', 'condition or not understood, not understood'],
    ['Assume that there is no $c$ such that $c > 1$. Then $c > 1$.', 'condition, not understood'],
    ['Choose $\\eta$ with $\\eta < \\frac{1}{L}$. Then $\\eta L < 1$.', 'condition, proved'],
    // kinds of numbers; where something is so
    ['With step size $\\eta \\le \\frac{1}{L}$ we have $\\eta L \\le 1$.', 'condition, proved'],
    ['For a constant $c > 1$ we have $c^2 > c$. For large $c > 1$, $c > 5$.', 'condition, proved, condition, not understood'],
    ['At $x = 2$ we have $x^2 = 4$. $x^2 = 4$ at $x = 2$.', 'condition, proved, proved, condition'],
    ['$$x^2 \\ge 0$$\n\nwith equality at $x = 0$. $$x \\ge 0$$ with equality at $x = 0$.', 'proved, condition, not understood, condition'],
    ['Consider $x > 1$. Then $x^2 > x$. Consider $x^2 > x$.', 'condition, proved, proved'],
    ['W.l.o.g. $x > 1$. Then $x^2 > x$.', 'condition, proved'],
    ['Without loss of generality let $x > 1$. Then $x^2 > x$.', 'condition, proved'],
    ['There is some $c > 1$. Then $c > 0$.', 'condition, not understood'],
    [
      'For every $x$ and all $\\lambda > 1$, $\\lambda x^2 \\ge x^2$. For all $x$, $x > 0$.', 'condition, proved, wrong'
    ],
    ['If, on the other hand, $x > 1$, then $x^2 > x$.', 'condition, proved'],
    // what is taken back
    ['We do not assume $x > 1$. Then $x > 0$.', 'condition, not understood'],
    ['Without assuming that $x > 1$ we get $x > 0$.', 'condition, not understood'],
    ['Unlike the case where $x > 1$, $x > 0$ here.', 'condition, not understood'],
    ['Only for $x > 1$ do we have $x > 0$.', 'condition, not understood'],
    ['We ask whether $x > 1$. Then $x > 0$.', 'condition, not understood'],
    ['If $x > 1$ is false, then $x > 0$.', 'condition, not understood'],
    ['Suppose that $x > 1$ does not hold. Then $x > 0$.', 'condition, not understood'],
    ['If $x > 1$ for some $x$, then $x > 0$.', 'condition, not understood'],
    ['Assume $x > 1$ unless $y > 1$. Then $x > 0$.', 'condition, condition, not understood'],
    ['If $x > 1$ (or $y > 1$), then $x > 0$.', 'condition, condition, not understood'],
    ['If $x > 1$, then it is not hard to see that $x > 0$.', 'condition, proved'],
    ['$x > 0$ for $x > 1$ as well as for $x < 1$.', 'not understood, condition, condition'],
    ['$$x > 0$$ where $x > 1$ is the easy case.', 'not understood, condition'],
    ['$$x > 0$$ For $x > 1$ this is clear.', 'wrong, condition'],
    ['If $x > 1$, then $x > 0$; otherwise $x > 0$.', 'condition, proved, not understood'],
    ['Let $x > 1$. Then $x > 0$. In general, $x > 0$.', 'condition, proved, not understood'],
    ['Let $x > 1$. Then $x > 0$. For all $x$, $x > 0$. For all $y$, $x + y^2 > 0$.', 'condition, proved, not understood, not understood'],
    ['Let $x > 1$. For all $y \\in \\mathbb{R}$, $x + y^2 > 0$. For all $x \\in \\mathbb{R}$, $x > 0$.', 'condition, proved, not understood'],
    ['Let $x > 1$. Then $x > 0$. Now let $x$ be any number. Then $x > 0$.', 'condition, proved, not understood'],
    // what only stands after such a word
    ['Let us show that $x > 1$. Then $x > 0$.', 'wrong, wrong'],
    ['If you look closely you see $x > 1$.', 'wrong'],
    // in the formula
    [`$$${grows} \\quad \\text{if } \\lambda > 1$$`, 'proved'],
    [`$$${grows}, \\quad \\forall \\lambda \\ge 1$$`, 'proved'],
    [`$$${grows} \\quad \\text{for } \\lambda \\ge \\frac{1}{2}$$`, 'wrong'],
    [`$$${grows} \\quad \\text{hence } \\lambda > 1$$`, 'not understood'],
    [`$$${grows} \\quad \\text{unless } \\lambda > 1$$`, 'not understood'],
    ['$$x = x \\quad \\text{and } y = 2 \\quad \\text{if } y > 1$$', 'not understood'],
    ['$$u^T v = \\|u\\|^2 \\quad \\text{where } u = v$$', 'proved'],
    ['$$v_i v_j = v_j v_i \\quad \\text{for } i \\ne j \\text{ and } \\lambda > 1$$', 'proved'],
    // a definition is for all values
    ['If $x > 0$, then $g(t) = x t$.', 'condition, not understood'],
    ['$g(t) = x t$, where $x > 0$.', 'definition, condition'],
    ['where $h(y) = y^2$ as above', 'proved'],
    ['where $h(y) = y^3$ as above', 'wrong']
  ])('%s', (body, expected) => {
    const ways = expected.split(', ').reduce<ReadonlyArray<string>>((all, part) =>
      all.flatMap(before => part.split(' or ').map(one => [before, one].filter(text => text !== '').join(', '))), [''])
    expect(ways).toContain(verdicts(markdown(body)))
    expect(ways).toContain(verdicts(latex(body)))
  })
})

describe('a claim rests on a condition exactly where it is announced', () => {
  const numbers = fc.integer({ min: -3, max: 3 })
  const openings = fc.constantFrom(
    'If $x > A$, then $C$.', 'Let $x > A$. Then $C$.', '$C$ for all $x > A$.', '$C$ if $x > A$.',
    '$$C \\quad \\text{if } x > A$$', '$C$, where $x > A$.'
  )
  const judged = (body: string): ReadonlyArray<string> =>
    checked('x \\in \\mathbb{R}', `\n${body}`).filter(({ kind }) => kind !== 'condition').map(verdictOf)

  it('x > a says that x > b where b is at most a, and nothing else', () => {
    fc.assert(fc.property(openings, numbers, numbers, (opening, a, b) => {
      const body = opening.replace('A', () => String(a)).replace('C', () => `x > ${b}`)
      expect(judged(body)).toEqual([b <= a ? 'proved' : 'wrong'])
    }), { numRuns: 60, seed: 1 })
  })

  it('what lies between two numbers says so, and an equality fixes a number', () => {
    fc.assert(fc.property(numbers, fc.integer({ min: 1, max: 4 }), numbers, (a, d, b) => {
      expect(judged(`If $${a} < x$ and $x < ${a + d}$, then $x < ${b}$.`)).toEqual([a + d <= b ? 'proved' : 'wrong'])
      expect(judged(`If $x = ${a}$, then $x^2 = ${b * b}$.`)).toEqual([a * a === b * b ? 'proved' : 'wrong'])
    }), { numRuns: 30, seed: 1 })
  })

  it('never in a later paragraph', () => {
    fc.assert(fc.property(openings, numbers, (opening, a) => {
      const body = opening.replace('A', () => String(a)).replace('C', () => `x > ${a}`)
      expect(judged(`${body}\n\nIt is $x > ${a}$.`)[1]).toMatch(/^(?:wrong|not understood)$/)
      expect(judged(`${body}\n\n# Next\n\nIt is $x > ${a}$.`)[1]).toBe('wrong')
    }), { numRuns: 30, seed: 1 })
  })

  it('is one of a list between comparisons where it is one of each name alone', () => {
    fc.assert(fc.property(numbers, fc.integer({ min: 1, max: 4 }), numbers, fc.constantFrom('<', '\\le'), (a, d, b, sign) => {
      const judgedOf = (body: string): ReadonlyArray<string> =>
        check(`\`\`\`lemmata\nx, y \\in \\mathbb{R}\n\`\`\`\n\n${body}\n`, effort).filter(({ kind }) => kind !== 'condition').map(verdictOf)
      const apart = `$${a} ${sign} x$ and $x ${sign} ${a + d}$ and $${a} ${sign} y$ and $y ${sign} ${a + d}$`
      const claim = `$x + y ${sign} ${2 * b}$`
      expect(judgedOf(`If $${a} ${sign} x, y ${sign} ${a + d}$, then ${claim}.`)).toEqual(judgedOf(`If ${apart}, then ${claim}.`))
      expect(check(`\`\`\`lemmata\n${a} ${sign} x, y ${sign} ${a + d}\n\`\`\`\n\n${claim}\n`, effort).map(verdictOf))
        .toEqual(judgedOf(`If ${apart}, then ${claim}.`))
    }), { numRuns: 20, seed: 1 })
  })

  test.each([
    ['If $\\lambda > 1$, then $\\lambda^2 > 1$.', 'read under lambda > 1'],
    ['If $a = b$, then $a b = b^2$.', 'read under a = b'],
    ['If $\\lambda > 1$, then $\\lambda > 2$.', 'read under lambda > 1']
  ])('the reason says under which condition: %s', (body, told) => {
    expect(check(markdown(body), effort).at(-1)?.reason).toContain(told)
  })
})
