import type { JudgedFile, JudgedFunction } from '../../../src/report/judged/Judged.js'

/** A file that was not judged: every verdict, and words that would be markup or commands of a terminal if they stood as they are. */

export const right: JudgedFunction = { name: 'affine_forward', verdict: 'right', says: 'right' }

const atKinks: JudgedFunction = {
  name: 'max_pool_backward', verdict: 'right at kinks', law: 'kink', entry: 'dx',
  says: 'right, with another convention at kinks or ties (dx)'
}

export const lossy: JudgedFunction = {
  name: 'softmax_loss', verdict: 'loses digits', law: 'digits', digits: 7, entry: 'dx[0,1]',
  says: 'right, but loses 7 of 16 digits (dx[0,1])'
}

export const wrong: JudgedFunction = {
  name: 'relu_backward', verdict: 'wrong', law: 'gradient', entry: 'dx[0,1]', got: '1', want: '0', line: 12,
  says: 'dx[0,1] is 1, and should be 0',
  case: 'x = np.array([[1., -1.]])\nout, cache = relu_forward(x)\ndx = relu_backward(dout, cache)'
}

export const unwritten: JudgedFunction = { name: 'dropout_forward', verdict: 'not written', law: 'form', says: 'it returns None' }

export const undecided: JudgedFunction = {
  name: 'dropout_backward', verdict: 'undecided', says: 'it needs what dropout_forward keeps for it'
}

const hung: JudgedFunction = {
  name: 'conv_forward', verdict: 'hangs', law: 'form', says: 'it is not done after 10 s', line: 3
}

export const raised: JudgedFunction = {
  name: 'conv_backward', verdict: 'raises', law: 'form', says: 'it raises IndexError: index 3 is out of bounds', line: 40
}

export const otherForm: JudgedFunction = {
  name: 'sgd', verdict: 'wrong shape', law: 'form', entry: 'w', says: 'w is of (2,), and should be of (2, 1)'
}

export const writing: JudgedFunction = {
  name: 'adam', verdict: 'writes', law: 'writes', says: 'it writes into w, which its caller still needs: work on a copy'
}

export const everything: ReadonlyArray<JudgedFunction> = [
  right, atKinks, lossy, wrong, unwritten, undecided, hung, raised, otherForm, writing
]

/** Markup, a colour, a ring of the bell, a turn of direction, and half of a letter. */
export const hostile = '<script>alert("1 & 2")</script>]]>\u001b[31m\u0007\u202e\ud800 `*_[x](y)'

export const strange: JudgedFunction = {
  name: hostile, verdict: 'wrong', law: hostile, entry: hostile, got: hostile, want: hostile,
  says: `${hostile}\nforged  right`,
  case: `x = '${hostile}'\n\`\`\`\n</code></pre>`
}

/** A message as long as a student's program can make it. */
export const endless: JudgedFunction = {
  name: 'rnn_forward', verdict: 'raises', law: 'form', says: `it raises E: ${'a'.repeat(10_000)}`
}

export const judged = (functions: ReadonlyArray<JudgedFunction>, more: Partial<JudgedFile> = {}): JudgedFile =>
  ({ file: 'layers.py', python: '3.12.3', numpy: '2.1.0', course: 'cs231n-2020', seed: 7, runs: 50, functions, ...more })
