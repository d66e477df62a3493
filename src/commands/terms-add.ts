/** `duizhao terms add`: one term more. */
import { UserError } from '../core/errors.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { visibleLine } from '../core/safe-text.ts';
import { appendTerms, isSameTerm, sharesForm, whyUnfit } from '../terms/edit.ts';
import type { Term } from '../terms/model.ts';
import { parseTerms } from '../terms/term-file.ts';
import type { CommandResult } from './command.ts';
import {
  answer,
  termLine,
  type TermsAction,
  type TermsCall,
  type TermsFlags,
} from './terms-action.ts';

function forms(...lists: readonly (string | undefined)[]): string[] {
  const all = lists.flatMap((list) => list?.split('|') ?? []);
  return [...new Set(all.map((form) => form.normalize('NFC').trim()))].filter(
    (form) => form !== '',
  );
}

function detailsOf({ pos, note, from, until }: TermsFlags): Partial<Term> {
  return {
    ...(pos === undefined ? {} : { pos }),
    ...(note === undefined || note.trim() === '' ? {} : { note: note.normalize('NFC').trim() }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** Both sides; a term that stays as it is needs one text only. */
function textsOf({ flags, args }: TermsCall): readonly [string, string] {
  const [zh = '', en = flags.keep ? zh : ''] = args;
  if (flags.keep && en !== zh) {
    throw new UserError(`A term with --keep is the same in both languages: give it one text.`);
  }
  if (zh.trim() === '' || en.trim() === '') {
    throw new UserError('A term has two sides: duizhao terms add ZH EN, or one text with --keep.');
  }
  return [zh, en];
}

function termOf(call: TermsCall): Term {
  const { flags } = call;
  const { variantsZh, variantsEn, forbiddenZh, forbiddenEn, keep, caseSensitive } = flags;
  const [zh, en] = textsOf(call);
  return {
    zh: forms(zh, variantsZh),
    en: forms(en, variantsEn),
    forbidden: { zh: forms(forbiddenZh), en: forms(forbiddenEn) },
    keep,
    caseSensitive,
    ...detailsOf(flags),
    line: 0,
  };
}

/** What would not come back from the file as it went in is not written. */
function assertFit(term: Term): void {
  const why = whyUnfit(term);
  if (why !== null) throw new UserError(`This term cannot be added: ${why}.`);
}

async function add(call: TermsCall): Promise<CommandResult> {
  const { services, open, flags } = call;
  const { t } = services;
  const term = termOf(call);
  assertFit(term);
  let rivals: readonly Term[] = [];
  await open.workspace.editTerms((text) => {
    const known = parseTerms(text ?? '', TERMS_PATH).terms;
    const same = known.find((other) => isSameTerm(other, term));
    if (same !== undefined) {
      throw new UserError(
        visibleLine(`${TERMS_PATH}:${same.line}: this term is there already; nothing was written.`),
      );
    }
    rivals = known.filter((other) => sharesForm(other, term));
    return appendTerms(text, [term]);
  });
  const lines = [
    t('terms.add.done', { term: termLine(term, t) }),
    ...rivals.map((rival) =>
      t('terms.add.rival', { file: TERMS_PATH, line: rival.line, term: termLine(rival, t) }),
    ),
  ];
  return { ...answer(flags.json, { added: term, rivals }, lines), exitCode: 0 };
}

export const addAction: TermsAction = {
  name: 'add',
  usage: 'add ZH EN',
  flags: [
    'variantsZh',
    'variantsEn',
    'forbiddenZh',
    'forbiddenEn',
    'keep',
    'pos',
    'note',
    'from',
    'until',
    'caseSensitive',
  ],
  takes: [1, 2],
  run: add,
};
