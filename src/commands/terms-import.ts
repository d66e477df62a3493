/** `duizhao terms import`: another list's terms, as far as they are new. */
import { UserError } from '../core/errors.ts';
import { normalForm } from '../core/normal-form.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { visibleLine } from '../core/safe-text.ts';
import { decode } from '../formats/intake/decode.ts';
import { fromTbx } from '../formats/tbx.ts';
import { appendTerms, mergeTerms, whyUnfit, type TermMerge } from '../terms/edit.ts';
import type { Term } from '../terms/model.ts';
import { asTermTable } from '../terms/plain-table.ts';
import { parseTerms } from '../terms/term-file.ts';
import type { CommandResult } from './command.ts';
import { answer, formatOf, termLine, type TermsAction, type TermsCall } from './terms-action.ts';

interface Incoming {
  readonly terms: readonly Term[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly otherLanguages: number;
}

interface Read extends Incoming {
  readonly encoding: string;
}

function fromTable(text: string, file: string): Incoming {
  const table = asTermTable(text);
  if (table === null) {
    throw new UserError(
      `${visibleLine(file)}:1: the first line has to name the columns zh and en; add it.`,
    );
  }
  return { ...parseTerms(table, file), otherLanguages: 0 };
}

async function readIncoming({ services, flags }: TermsCall, file: string): Promise<Read> {
  const format = formatOf(file, flags.format);
  const { encoding } = flags;
  const decoded = decode(await services.readInput(file), {
    name: visibleLine(file),
    list: true,
    ...(encoding === undefined ? {} : { encoding }),
  });
  const read = format === 'tbx' ? fromTbx : fromTable;
  const incoming = read(normalForm(decoded.text), visibleLine(file));
  return { ...onlyFit(incoming, visibleLine(file)), encoding: decoded.encoding };
}

/** Terms that the term base cannot hold as they are become problems. */
function onlyFit({ terms, problems, otherLanguages }: Incoming, file: string): Incoming {
  const fit: Term[] = [];
  const unfit: Incoming['problems'][number][] = [];
  for (const term of terms) {
    const why = whyUnfit(term);
    const { line } = term;
    if (why === null) fit.push(term);
    else unfit.push({ line, message: `${file}:${line}: ${why}.` });
  }
  return { terms: fit, problems: [...problems, ...unfit], otherLanguages };
}

/** Nothing is written in a dry run, and nothing when nothing is new. */
async function merge({ open, flags }: TermsCall, terms: readonly Term[]): Promise<TermMerge> {
  const text = await open.workspace.terms();
  const found = mergeTerms(parseTerms(text ?? '', TERMS_PATH).terms, terms);
  if (found.added.length === 0) return found;
  // A broken term base is told of in a dry run, too.
  appendTerms(text, found.added);
  if (flags.dryRun) return found;
  let written = found;
  await open.workspace.editTerms((today) => {
    written = mergeTerms(parseTerms(today ?? '', TERMS_PATH).terms, terms);
    return appendTerms(today, written.added);
  });
  return written;
}

async function importTerms(call: TermsCall): Promise<CommandResult> {
  const { services, flags, args } = call;
  const { t } = services;
  const [file = ''] = args;
  const { terms, problems, otherLanguages, encoding } = await readIncoming(call, file);
  const { added, identical, conflicts } = await merge(call, terms);
  const shown = visibleLine(file);
  const lines = [
    ...(encoding.startsWith('utf-8') ? [] : [t('terms.import.encoding', { encoding })]),
    ...problems.map((problem) => visibleLine(problem.message)),
    ...conflicts.map(({ term, known }) =>
      t('terms.import.conflict', {
        place: `${shown}:${term.line}`,
        term: termLine(term, t),
        known: `${added.includes(known) ? shown : TERMS_PATH}:${known.line}`,
      }),
    ),
    t(flags.dryRun ? 'terms.import.wouldAdd' : 'terms.import.added', { count: added.length }),
    t('terms.import.left', {
      identical: identical.length,
      conflicts: conflicts.length,
      problems: problems.length,
    }),
    ...(otherLanguages === 0 ? [] : [t('terms.import.languages', { count: otherLanguages })]),
  ];
  const report = {
    file,
    encoding,
    dryRun: flags.dryRun,
    added,
    identical,
    conflicts,
    problems,
    otherLanguages,
  };
  const isClean = conflicts.length + problems.length === 0;
  return { ...answer(flags.json, report, lines), exitCode: isClean ? 0 : 1 };
}

export const importAction: TermsAction = {
  name: 'import',
  usage: 'import FILE',
  flags: ['format', 'encoding', 'dryRun'],
  takes: [1, 1],
  run: importTerms,
};
