import ts from 'typescript'

/** A fenced block of a document. */
export interface Block {
  readonly language: string
  readonly code: string
  /** The line of the document on which it begins. */
  readonly line: number
}

export const blocksOf = (text: string): ReadonlyArray<Block> =>
  [...text.replaceAll('\r\n', '\n').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: code = '', index }) =>
      ({ language, code, line: text.slice(0, index).split('\n').length })
  )

/** The relative links and pictures of a document. */
export const linksOf = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target).filter(target => !/^[a-z]+:/.test(target))

/** Each `expression // value` on a line of its own becomes a call of check, which is told both and the expression's text. */
export const checked = (code: string): string => {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true)
  return file.statements.filter(ts.isExpressionStatement).reduceRight((text, { expression }) => {
    const [comment, value] = /^[; ]*\/\/ (.*)/.exec(text.slice(expression.end)) ?? []
    return comment === undefined || value === undefined ? text
      : `${text.slice(0, expression.getStart())};check(${JSON.stringify(expression.getText())}, ${expression.getText()}, ${value})${
        text.slice(expression.end + comment.length)}`
  }, code)
}

export const toCommonJs = (code: string): string =>
  ts.transpileModule(code, { compilerOptions:
    { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } }).outputText

/** The string literals that are not in double quotes. */
export const otherQuotes = (code: string): ReadonlyArray<string> => {
  const found = (node: ts.Node): ReadonlyArray<string> =>
    ts.isStringLiteral(node) && !node.getText().startsWith('"') ? [node.getText()] : node.getChildren().flatMap(found)
  return found(ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true))
}

/** What the compiler says of a set of files held in memory, with the package's own names leading to its sources. */
export const typeErrors = (
  files: ReadonlyMap<string, string>,
  root: string,
  paths: Readonly<Record<string, ReadonlyArray<string>>>
): ReadonlyArray<string> => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, path => ts.sys.readFile(path)) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson({
    ...config.compilerOptions, noUnusedLocals: false, isolatedDeclarations: false, declaration: false,
    paths: Object.fromEntries(Object.entries(paths).map(
      ([name, targets]) => [name, targets.map(target => `${root}/${target}`)]
    ))
  }, root)
  const host = ts.createCompilerHost(options)
  const inMemory: ts.CompilerHost = {
    ...host,
    fileExists: path => files.has(path) || host.fileExists(path),
    readFile: path => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, version, ...rest) => {
      const text = files.get(path)
      return text === undefined ? host.getSourceFile(path, version, ...rest)
        : ts.createSourceFile(path, text, version, true)
    }
  }
  const program = ts.createProgram([...files.keys()], options, inMemory)
  return [...files.keys()].flatMap(path => {
    const source = program.getSourceFile(path)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start }) =>
        `${path.slice(root.length + 1)}, line ${source?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0}: ${
        ts.flattenDiagnosticMessageText(messageText, ' ')}`
    )
  })
}
