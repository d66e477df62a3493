/** `duizhao terms list`: the term base, or the terms that hold a text. */
import type { CommandResult } from './command.ts';
import { answer, readAndNote, termLine, type TermsAction, type TermsCall } from './terms-action.ts';
import type { Term } from '../terms/model.ts';

function holds({ zh, en, forbidden, note = '' }: Term, wanted: string): boolean {
  const texts = [...zh, ...en, ...forbidden.zh, ...forbidden.en, note];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

async function list(call: TermsCall): Promise<CommandResult> {
  const { services, flags, args } = call;
  const { t } = services;
  const base = await readAndNote(call);
  const wanted = (args[0] ?? '').normalize('NFC').toLowerCase();
  const terms = base.terms.filter((term) => holds(term, wanted));
  const lines = [
    ...terms.map((term) => termLine(term, t)),
    t('terms.list.sum', { count: terms.length }),
  ];
  const report = { terms, problems: base.problems };
  return { ...answer(flags.json, report, lines), exitCode: base.problems.length > 0 ? 1 : 0 };
}

export const listAction: TermsAction = {
  name: 'list',
  usage: 'list [TEXT]',
  flags: [],
  takes: [0, 1],
  run: list,
};
