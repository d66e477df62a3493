/** `duizhao terms export`: the term base for other programs. */
import { UserError } from '../core/errors.ts';
import { visibleLine } from '../core/safe-text.ts';
import { toTbx } from '../formats/tbx.ts';
import { serializeTerms } from '../terms/term-file.ts';
import type { CommandResult } from './command.ts';
import { answer, formatOf, readAndNote, type TermsAction, type TermsCall } from './terms-action.ts';

async function exportTerms(call: TermsCall): Promise<CommandResult> {
  const { services, flags, args } = call;
  const [file] = args;
  if (file === undefined && flags.format === undefined) {
    throw new UserError('Say what to write: --format csv or --format tbx.');
  }
  const format = formatOf(file ?? '', flags.format);
  const { terms, problems } = await readAndNote(call);
  // Rows that cannot be read cannot be handed on.
  const exitCode = problems.length > 0 ? 1 : 0;
  const text = format === 'tbx' ? toTbx(terms) : serializeTerms(terms);
  if (file === undefined) {
    return flags.json
      ? { ...answer(true, { format, terms: terms.length, text, problems }, []), exitCode }
      : { output: text, exitCode };
  }
  await services.writeFile(file, text);
  const line = services.t('terms.export.done', { count: terms.length, file: visibleLine(file) });
  return {
    ...answer(flags.json, { format, terms: terms.length, file, problems }, [line]),
    exitCode,
  };
}

export const exportAction: TermsAction = {
  name: 'export',
  usage: 'export [FILE] --format csv|tbx',
  flags: ['format'],
  takes: [0, 1],
  run: exportTerms,
};
