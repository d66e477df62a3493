/** `duizhao terms suggest`: candidates for the term base from the approved pairs. */
import type { Pair } from '../core/model.ts';
import { visibleLine } from '../core/safe-text.ts';
import { plainText } from '../core/tags.ts';
import type { Term } from '../terms/model.ts';
import { suggestTerms, type Suggestion } from '../terms/suggest.ts';
import { serializeTerms } from '../terms/term-file.ts';
import type { CommandResult } from './command.ts';
import { answer, readAndNote, type TermsAction, type TermsCall } from './terms-action.ts';

const USUAL_LIMIT = 50;
/** Characters of an example to each side of the term. */
const AROUND = 20;

interface Source extends Pair {
  readonly slug: string;
  readonly key: string;
}

async function approvedPairs({ open: { workspace } }: TermsCall): Promise<Source[]> {
  const pairs: Source[] = [];
  for (const slug of await workspace.slugs()) {
    const { units } = await workspace.open(slug);
    for (const { status, pair, key } of units) {
      if (status !== 'reviewed' || pair === undefined) continue;
      pairs.push({ slug, key, zh: plainText(pair.zh), en: plainText(pair.en) });
    }
  }
  return pairs;
}

function excerpt(text: string, part: string): string {
  // A name's dot may be another in the text than in the suggestion.
  const at = Math.max(0, text.toLowerCase().indexOf(part.toLowerCase()));
  const [from, to] = [Math.max(0, at - AROUND), at + part.length + AROUND];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function suggestionLines({ t }: TermsCall['services'], found: Suggestion, pair: Source): string[] {
  const { zh, en, together, score, isDottedName } = found;
  const figures = t('terms.suggest.seen', { count: together, score: Math.round(score) });
  const mark = isDottedName ? ` ${t('terms.suggest.name')}` : '';
  return [
    visibleLine(`${zh} = ${en}  ${figures}${mark}`),
    visibleLine(`    ${pair.slug}: ${excerpt(pair.zh, zh)} | ${excerpt(pair.en, en)}`),
  ];
}

/** As a term of the term base, without the details that only a person knows. */
function termOf({ zh, en, isDottedName }: Suggestion): Term {
  return {
    zh: [zh],
    en: [en],
    forbidden: { zh: [], en: [] },
    keep: false,
    caseSensitive: false,
    ...(isDottedName ? { pos: 'name' as const } : {}),
    line: 0,
  };
}

async function suggest(call: TermsCall): Promise<CommandResult> {
  const { services, flags } = call;
  const { t } = services;
  const { terms } = await readAndNote(call);
  const pairs = await approvedPairs(call);
  const { minimum, limit = USUAL_LIMIT } = flags;
  const found = suggestTerms(pairs, terms, {
    limit,
    ...(minimum === undefined ? {} : { minimum }),
  });
  if (flags.csv) return { output: serializeTerms(found.map(termOf)), exitCode: 0 };
  const withPairs = found.flatMap((suggestion) => {
    const pair = pairs[suggestion.example];
    return pair === undefined ? [] : [{ ...suggestion, example: pair }];
  });
  const lines = [
    ...found.flatMap((suggestion) => {
      const pair = pairs[suggestion.example];
      return pair === undefined ? [] : suggestionLines(services, suggestion, pair);
    }),
    t('terms.suggest.sum', { count: found.length, pairs: pairs.length }),
  ];
  const report = { pairs: pairs.length, suggestions: withPairs };
  return { ...answer(flags.json, report, lines), exitCode: 0 };
}

export const suggestAction: TermsAction = {
  name: 'suggest',
  usage: 'suggest',
  flags: ['minimum', 'limit', 'csv'],
  takes: [0, 0],
  run: suggest,
};
