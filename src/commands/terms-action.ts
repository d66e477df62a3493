/** What the actions of `duizhao terms` share: their flags, the term base, a term as one line. */
import { UserError } from '../core/errors.ts';
import type { Translate } from '../core/messages.ts';
import type { Workspace } from '../core/ports.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { PartOfSpeech, Term } from '../terms/model.ts';
import { parseTerms } from '../terms/term-file.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import type { CommandResult } from './command.ts';

export const TERM_FORMATS = ['csv', 'tbx'] as const;
export type TermFormat = (typeof TERM_FORMATS)[number];

export type TermsFlags = {
  readonly variantsZh?: string;
  readonly variantsEn?: string;
  readonly forbiddenZh?: string;
  readonly forbiddenEn?: string;
  readonly keep: boolean;
  readonly pos?: PartOfSpeech;
  readonly note?: string;
  readonly from?: string;
  readonly until?: string;
  readonly caseSensitive: boolean;
  readonly format?: TermFormat;
  readonly encoding?: string;
  readonly dryRun: boolean;
  readonly csv: boolean;
  readonly minimum?: number;
  readonly limit?: number;
  readonly json: boolean;
};

/** A call of an action. */
export interface TermsCall {
  readonly services: Services;
  readonly open: OpenWorkspace;
  readonly flags: TermsFlags;
  /** What follows the action's name. */
  readonly args: readonly string[];
}

export interface TermsAction {
  readonly name: string;
  /** As help and complaints write it. */
  readonly usage: string;
  /** The flags it takes besides `json`. */
  readonly flags: readonly (keyof TermsFlags)[];
  /** Arguments at the least and at the most. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (call: TermsCall) => Promise<CommandResult>;
}

export interface TermBase {
  readonly terms: readonly Term[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** The term base as it stands; an empty one where there is no file. */
async function readTermBase(workspace: Workspace): Promise<TermBase> {
  const text = await workspace.terms();
  return text === null ? { terms: [], problems: [] } : parseTerms(text, TERMS_PATH);
}

/** The term base, its problems told on standard error. */
export async function readAndNote({ services, open }: TermsCall): Promise<TermBase> {
  const base = await readTermBase(open.workspace);
  for (const problem of base.problems) services.note(visibleLine(problem.message));
  return base;
}

function dates({ from, until }: Term): string {
  return from === undefined && until === undefined ? '' : `${from ?? ''}–${until ?? ''}`;
}

/** What there is to say of a term besides its forms. */
function remarks(term: Term, t: Translate): string[] {
  const { keep, caseSensitive, pos, forbidden, note } = term;
  const wrong = [...forbidden.zh, ...forbidden.en];
  return [
    ...(keep ? [t('terms.mark.keep')] : []),
    ...(caseSensitive ? [t('terms.mark.caseSensitive')] : []),
    ...(pos === undefined ? [] : [t(`terms.pos.${pos}`)]),
    ...(wrong.length === 0 ? [] : [t('terms.mark.forbidden', { forms: wrong.join(' | ') })]),
    ...(dates(term) === '' ? [] : [dates(term)]),
    ...(note === undefined ? [] : [note]),
  ];
}

/** A term on one line, safe to print: forms, then what is remarkable about it. */
export function termLine(term: Term, t: Translate): string {
  const [zh, en] = [term.zh.join(' | '), term.en.join(' | ')];
  const forms = term.keep && zh === en ? zh : `${zh} = ${en}`;
  const said = remarks(term, t);
  return visibleLine(said.length === 0 ? forms : `${forms}  [${said.join('; ')}]`);
}

/** A command's answer: lines, or one JSON object. */
export function answer(
  json: boolean,
  report: object,
  lines: readonly string[],
): Pick<CommandResult, 'output'> {
  const output = json ? JSON.stringify(report, null, 2) : lines.join('\n');
  return { output: output === '' ? '' : `${output}\n` };
}

/**
 * The format that is asked for, else the one that the file's name ends in.
 * @throws UserError when neither tells
 */
export function formatOf(file: string, asked: TermFormat | undefined): TermFormat {
  if (asked !== undefined) return asked;
  if (/\.(?:csv|tsv|txt)$/i.test(file)) return 'csv';
  if (/\.(?:tbx|xml)$/i.test(file)) return 'tbx';
  throw new UserError(
    `${visibleLine(file)}: the name does not tell its format; add --format csv or --format tbx.`,
  );
}
