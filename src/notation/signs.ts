/**
 * How TeX and keyboards spell what joins and encloses: each spelling, and the one that is used from here on.
 *
 * @example
 * signs['\\cdot'] // '.'
 */
export const signs: Readonly<Record<string, string>> = {
  '+': '+', '-': '-', '−': '-', '\\pm': '+-', '*': '*', '@': '*', '\\ast': '*', '∗': '*', '\\cdot': '.', '⋅': '.',
  '\\times': '*', '×': '*',
  '\\odot': '.*', '⊙': '.*', '\\circ': '.*', '∘': '.*', '/': '/', '\\div': '/', '÷': '/',
  '=': '=', '<': '<', '\\lt': '<', '>': '>', '\\gt': '>', '\\le': '<=', '\\leq': '<=', '≤': '<=', '\\leqslant': '<=',
  '\\ge': '>=', '\\geq': '>=', '≥': '>=', '\\geqslant': '>=', '≠': '!=', '≔': ':=', '\\equiv': '==', '≡': '==',
  '\\approx': '~', '\\simeq': '~', '≈': '~', '\\propto': 'propto', '∝': 'propto', '\\in': 'in', '∈': 'in',
  '\\to': '->', '\\rightarrow': '->', '→': '->', '\\leftarrow': '<-', '←': '<-', '\\implies': '=>',
  '\\Rightarrow': '=>', '⇒': '=>',
  '\\Longrightarrow': '=>', '\\iff': '<=>', '\\Leftrightarrow': '<=>',
  '(': '(', ')': ')', '[': '[', ']': ']', '\\lbrack': '[', '\\rbrack': ']', '\\{': '{', '\\}': '}', '\\lbrace': '{',
  '\\rbrace': '}',
  '\\langle': '<|', '⟨': '<|', '\\rangle': '|>', '⟩': '|>', '|': '|', '\\vert': '|',
  '\\lvert': '|', '\\rvert': '|', '\\mid': '|', '∣': '|',
  '\\|': '||', '\\Vert': '||', '\\lVert': '||', '\\rVert': '||', '∥': '||', '\\parallel': '||',
  '\\lfloor': '⌊', '⌊': '⌊', '\\rfloor': '⌋', '⌋': '⌋', '\\lceil': '⌈', '⌈': '⌈', '\\rceil': '⌉', '⌉': '⌉',
  ',': ',', ';': ';', ':': ':', '\\colon': ':', '!': '!', '\\prime': '\'', '\'': '\'',
  '\\ldots': '...', '\\@cdots': '...', '\\cdots': '...', '\\vdots': '...', '\\varvdots': '...', '\\ddots': '...',
  '…': '...', '\\forall': 'for all', '∀': 'for all'
}
