/**
 * Has a segment's target written in the person's own editor: a file with the source as comment lines,
 * then the target. Who calls it has given the terminal away; this runs the program on it.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';

export interface ExternalEdit {
  readonly source: string;
  readonly text: string;
  /** Said above the source: what is to be done, one sentence a line. */
  readonly hint: string;
}

export interface EditorRun {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends the editor. */
  readonly signal: AbortSignal;
}

const COMMENT = '# ';
/** Ends the comment, so that a target that begins with `#` is no comment. */
const RULE = '# ----';

/** The file's text. */
export function editorFile({ source, text, hint }: ExternalEdit): string {
  const said = [...hint.split('\n'), ...source.split('\n')].map((line) => COMMENT + line);
  return `${[...said, RULE].join('\n')}\n${text}\n`;
}

/**
 * The target in a file that comes back: what is below the rule, or without it what is no comment above
 * the first other line. The line feed that an editor leaves at the end is none of the text's.
 */
export function readEditorFile(file: string): string {
  const lines = file
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const rule = lines.indexOf(RULE);
  const first = rule === -1 ? lines.findIndex((line) => !line.startsWith('#')) : rule + 1;
  return first === -1 ? '' : lines.slice(first).join('\n').replace(/\n+$/, '');
}

const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;
const PIECE = /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs;

/** A command's words as a shell would split them; nothing in them is run or replaced. */
export function splitWords(command: string): readonly string[] {
  return (command.match(WORD) ?? []).map((word) =>
    word.replaceAll(
      PIECE,
      (_, escaped?: string, double?: string, single?: string) =>
        escaped ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? '',
    ),
  );
}

/** The words of the person's editor: VISUAL, else EDITOR, else `vi`. */
export function editorWords(environment: EditorRun['environment']): readonly string[] {
  for (const name of ['VISUAL', 'EDITOR']) {
    const words = splitWords(environment[name] ?? '');
    if (words.length > 0) return words;
  }
  return ['vi'];
}

async function run([program = 'vi', ...args]: readonly string[], signal: AbortSignal) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn(program, args, { stdio: 'inherit', signal });
  child.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'was not found' : `could not be run (${error.message})`;
    reject(new UserError(`The editor "${program}" ${why}: set EDITOR to another one.`));
  });
  child.on('close', (code, ended) => {
    if (code === 0) resolve();
    else
      reject(
        new UserError(
          `The editor "${program}" ended with ${ended ?? code}: the text is as it was.`,
        ),
      );
  });
  return promise;
}

/**
 * The text as the editor leaves it. The file is the person's alone and is gone afterwards.
 * @throws UserError when the editor cannot be run or says that it failed
 */
export async function editOutside(edit: ExternalEdit, editor: EditorRun): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-edit-'));
  const path = join(folder, 'target.md');
  try {
    await writeFile(path, editorFile(edit), { mode: 0o600, flag: 'wx' });
    await run([...editorWords(editor.environment), path], editor.signal);
    return readEditorFile(await readFile(path, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
