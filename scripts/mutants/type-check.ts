/** Checks the types of one changed file after another, without reading the rest of the project again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Returns the first error that a new text causes in its file or in files that import it; null if there is none. */
export type TypeCheck = (file: string, text: string, importers: readonly string[]) => string | null;

/** Reads a project once; file names are relative to its root. */
export function typeChecker(root: string, files: readonly string[]): TypeCheck {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const texts = new Map<string, string>();
  const changed = new Map<string, { readonly version: number; readonly text: string | null }>();
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    getScriptFileNames: () => files.map((file) => path.join(root, file)),
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot(name) {
      const text = changed.get(name)?.text ?? textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  };
  const textOf = (name: string): string | undefined => {
    const known = texts.get(name) ?? (ts.sys.fileExists(name) ? readFileSync(name, 'utf8') : undefined);
    if (known !== undefined) texts.set(name, known);
    return known;
  };
  const service = ts.createLanguageService(host);
  let version = 0;
  return (file, text, importers) => {
    const name = path.join(root, file);
    changed.set(name, { version: ++version, text });
    try {
      const [error] = service.getSyntacticDiagnostics(name);
      if (error !== undefined) return sentenceOf(error);
      for (const one of [name, ...importers.filter((one) => files.includes(one)).map((one) => path.join(root, one))]) {
        const [problem] = service.getSemanticDiagnostics(one);
        if (problem !== undefined) return sentenceOf(problem);
      }
      return null;
    } finally {
      changed.set(name, { version: ++version, text: null });
    }
  };
}

function sentenceOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ');
}
