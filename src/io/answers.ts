/**
 * Kept answers on disk: `.duizhao/answers.jsonl`, which git does not see. It is never rewritten: a name
 * is asked for once, so next to nothing in it is out of date, and whoever wants the room back may remove
 * the folder when the drafts are in the review files.
 */
import { join } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../core/errors.ts';
import type { AnswerStore, KeptAnswer } from '../core/ports.ts';
import { AppendedLines, eachLine, valueOf } from './appended-lines.ts';
import { makeLastingNow, writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { fileError } from './text-file.ts';

const FOLDER = '.duizhao';
const FILE = `${FOLDER}/answers.jsonl`;

const answerSchema = v.object({
  name: v.string(),
  bare: v.string(),
  text: v.string(),
  billed: v.pipe(v.number(), v.minValue(0)),
  model: v.exactOptional(v.string()),
  at: v.string(),
});

/** How lines begin that were written here: others need not be read further to know their names. */
const HEAD = /^\{"name":"([!#-[\]-~]*)","bare":"([!#-[\]-~]*)"/;
const HEAD_LENGTH = 400;

/** The names that a line begins with, or null when only reading all of it will tell. */
function namesOf(line: Buffer): readonly [name: string, bare: string] | null {
  const head = HEAD.exec(line.toString('latin1', 0, HEAD_LENGTH));
  return head === null ? null : [head[1] ?? '', head[2] ?? ''];
}

function answerOf(line: Buffer, names: ReadonlySet<string>): KeptAnswer | null {
  if (namesOf(line)?.some((name) => names.has(name)) === false) return null;
  const { success, output } = v.safeParse(answerSchema, valueOf(line));
  if (!success) return null;
  return names.has(output.name) || names.has(output.bare) ? output : null;
}

/** The answer as a line: its names first, for `namesOf`. */
function lineOf({ name, bare, ...rest }: KeptAnswer): object {
  return { name, bare, ...rest };
}

function checkPlace(root: string): void {
  const stats = statInside(root, FILE);
  if (stats !== null && !stats.isFile() && !stats.isSymbolicLink()) {
    throw new UserError(`${FILE} is no file: move away what has its name.`);
  }
}

async function makeReady(root: string): Promise<void> {
  checkPlace(root);
  makeLastingNow(join(root, FOLDER));
  // The folder ignores itself, so that a workspace without .gitignore stays clean too.
  await writeIfChanged(join(root, FOLDER, '.gitignore'), '*\n');
}

async function findIn(root: string, names: ReadonlySet<string>): Promise<KeptAnswer[]> {
  checkPlace(root);
  const byName = new Map<string, KeptAnswer>();
  const byBare = new Map<string, KeptAnswer>();
  await eachLine(join(root, FILE), (line) => {
    const answer = answerOf(line, names);
    if (answer === null) return;
    // A later line is a newer answer.
    if (names.has(answer.name)) byName.set(answer.name, answer);
    if (names.has(answer.bare)) byBare.set(answer.bare, answer);
  });
  return [...new Set([...byName.values(), ...byBare.values()])];
}

/**
 * The answers kept in a workspace. `find` gives the newest answer of each name and the newest of each
 * bare name. Both methods reject with UserError when the file is out of reach.
 */
export function openAnswers(root: string): AnswerStore {
  const lines = new AppendedLines(join(root, FILE), () => makeReady(root));
  return {
    find: async (names) => {
      if (names.size === 0) return [];
      try {
        return await findIn(root, names);
      } catch (error) {
        throw fileError(error, FILE, 'read');
      }
    },
    keep: async (answers) => {
      try {
        await lines.append(answers.map(lineOf));
      } catch (error) {
        throw fileError(error, FILE, 'written');
      }
    },
  };
}
