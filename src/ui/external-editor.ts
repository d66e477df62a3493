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

/** The name that messages call the editor by. */
function nameOf([program = 'vi']: readonly string[]): string {
  return `The editor "${program}"`;
}

async function run(words: readonly string[], signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const [program = 'vi', ...args] = words;
  const child = spawn(program, args, { stdio: 'inherit', signal });
  child.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'was not found' : `could not be run (${error.message})`;
    reject(new UserError(`${nameOf(words)} ${why}: set EDITOR to another one.`));
  });
  child.on('close', (code, ended) => {
    if (code === 0) resolve();
    else reject(new UserError(`${nameOf(words)} ended with ${ended ?? code}.`));
  });
  return promise;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function savedText(path: string, words: readonly string[]): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${nameOf(words)} left no file that can be read (${error.code}).`);
  });
  try {
    return decoder.decode(bytes);
  } catch {
    // Which encoding it is could only be guessed, and a wrong guess is a wrong text.
    throw new UserError(`${nameOf(words)} saved something else than UTF-8 text.`);
  }
}

interface Handed {
  readonly folder: string;
  readonly path: string;
  readonly file: string;
}

/** Nothing that was saved is thrown away: the file stays, and is named, unless it is as it was handed over. */
async function keeping(error: unknown, { folder, path, file }: Handed): Promise<unknown> {
  const saved = await readFile(path).catch(() => null);
  if (saved === null || saved.equals(Buffer.from(file))) {
    await rm(folder, { recursive: true, force: true });
    return error;
  }
  if (!(error instanceof UserError)) return error;
  return new UserError(`${error.message.replace(/\.$/, '')}; what was saved is in ${path}.`);
}

/**
 * The text as the editor leaves it. The file is the person's alone, and is gone afterwards unless something
 * went wrong. An editor that ends with a failure says that its text is not to be taken, as git reads it.
 * @throws UserError when the editor cannot be run or says that it failed, or its file is not UTF-8
 */
export async function editOutside(edit: ExternalEdit, editor: EditorRun): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-edit-'));
  const path = join(folder, 'target.md');
  const file = editorFile(edit);
  const words = editorWords(editor.environment);
  try {
    await writeFile(path, file, { mode: 0o600, flag: 'wx' });
    await run([...words, path], editor.signal);
    const text = readEditorFile(await savedText(path, words));
    await rm(folder, { recursive: true, force: true });
    return text;
  } catch (error) {
    throw await keeping(error, { folder, path, file });
  }
}
