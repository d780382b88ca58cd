/** Whether a document is in LaTeX, and not in Markdown: it has a class, begins, or has sections. */
export const isLaTeX = (document: string): boolean =>
  /^[ \t]*\\(?:documentclass|begin\{document\}|(?:sub)*(?:section|chapter)\*?\{)/m.test(
    document.replace(/```[^]*?```/g, '')
  )

const kept = '(?<kept>(?:^|\\n)```lemmata[^\\n]*\\n[^]*?\\n?```|(?:^|\\n)[ \\t]*%[ \\t]*lemmata:[^\\n]*'

// What is no text of a document: code in Markdown; in LaTeX also comments, what is printed as it stands, and names of files.
const inMarkdown = new RegExp(`${[`${kept})`, '(?:^|\\n)```[^]*?\\n```', '`[^`\\n]*`',
  '(?<math>\\\\\\$|\\$\\$[^]*?\\$\\$|\\$[^$\\n]+(?:\\n[^$\\n]+)?\\$)'].join('|')}`, 'g')
const inLaTeX = new RegExp([
  `${kept})`,
  '\\\\begin\\{(?<name>(?:verbatim|Verbatim|lstlisting|alltt)\\*?|minted|comment|filecontents\\*?)\\}[^]*?\\\\end\\{\\k<name>\\}',
  '\\\\(?:verb|lstinline)(?![a-zA-Z])\\*?(?<mark>[^\\s*])[^\\n]*?\\k<mark>',
  '\\\\(?:url|input|include|includegraphics(?:\\[[^\\]]*\\])?|href|bibliography)\\s*\\{[^{}]*\\}',
  '\\\\iffalse(?![a-zA-Z])[^]*?\\\\fi(?![a-zA-Z])',
  '\\\\end\\{document\\}[^]*',
  '(?<math>\\\\[^])',
  '%[^\\n]*'
].join('|'), 'g')

/** The document with spaces in place of what is not read, so that all else stands where it stood. */
export const readable = (document: string): string =>
  document.replace(isLaTeX(document) ? inLaTeX : inMarkdown, (text: string, ...more: ReadonlyArray<unknown>) => {
    const groups = more[more.length - 1] as Readonly<Record<string, string | undefined>>
    return groups['kept'] !== undefined || groups['math'] !== undefined ? text : blank(text)
  })

/** Spaces, on as many lines. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
