/** `duizhao terms`: the term base, one action of it at a time. */
import { UserError } from '../core/errors.ts';
import type { MessageKey, Translate } from '../core/messages.ts';
import { nearest } from '../core/nearest.ts';
import { PARTS_OF_SPEECH, type PartOfSpeech } from '../terms/model.ts';
import { defineCommand } from './command.ts';
import { parseCount } from './parse-count.ts';
import {
  TERM_FORMATS,
  type TermFormat,
  type TermsAction,
  type TermsFlags,
} from './terms-action.ts';
import { addAction } from './terms-add.ts';
import { exportAction } from './terms-export.ts';
import { findAction } from './terms-find.ts';
import { importAction } from './terms-import.ts';
import { listAction } from './terms-list.ts';
import { suggestAction } from './terms-suggest.ts';

const ACTIONS: readonly TermsAction[] = [
  listAction,
  addAction,
  importAction,
  exportAction,
  findAction,
  suggestAction,
];

function oneOf<Word extends string>(words: readonly Word[]): (word: string) => Word {
  return (word) => {
    const found = words.find((candidate) => candidate === word);
    if (found === undefined) throw new Error(`expected one of ${words.join(', ')}`);
    return found;
  };
}

function parseDay(word: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(Date.parse(word));
  if (!isDay) throw new Error('expected a day as YYYY-MM-DD');
  return word;
}

function chooseAction(name: string | undefined): TermsAction {
  const names = ACTIONS.map((action) => action.name);
  const found = ACTIONS.find((action) => action.name === name);
  if (found !== undefined) return found;
  const list = names.join(', ');
  if (name === undefined) throw new UserError(`Say what to do with the term base: ${list}.`);
  const guess = nearest(name, names);
  const hint = guess === null ? '' : ` (did you mean "${guess}"?)`;
  throw new UserError(`There is no action "${name}"${hint}: duizhao terms takes ${list}.`);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A flag that does nothing is a mistake, not a detail. */
function assertFits(action: TermsAction, flags: TermsFlags, args: readonly string[]): void {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined && value !== false);
  const stray = given.find(
    ([name]) => name !== 'json' && !action.flags.includes(name as keyof TermsFlags),
  );
  if (stray !== undefined) {
    const name = stray[0] as keyof TermsFlags;
    const owners = ACTIONS.filter((other) => other.flags.includes(name)).map((other) => other.name);
    throw new UserError(
      `--${kebab(name)} does nothing for duizhao terms ${action.name}; it belongs to ${owners.join(', ')}.`,
    );
  }
  const [least, most] = action.takes;
  if (args.length < least || args.length > most) {
    throw new UserError(`Wrong number of arguments: use duizhao terms ${action.usage}.`);
  }
}

function textFlag(t: Translate, brief: MessageKey) {
  return { kind: 'parsed', parse: String, brief: t(brief), optional: true } as const;
}

function dayFlag(t: Translate, brief: MessageKey) {
  return { kind: 'parsed', parse: parseDay, brief: t(brief), optional: true } as const;
}

function countFlag(t: Translate, brief: MessageKey) {
  return { kind: 'parsed', parse: parseCount, brief: t(brief), optional: true } as const;
}

function switchFlag(t: Translate, brief: MessageKey) {
  return { kind: 'boolean', brief: t(brief), default: false } as const;
}

export const command = defineCommand<TermsFlags, readonly string[]>({
  parameters: (t) => ({
    flags: {
      variantsZh: textFlag(t, 'terms.flag.variantsZh'),
      variantsEn: textFlag(t, 'terms.flag.variantsEn'),
      forbiddenZh: textFlag(t, 'terms.flag.forbiddenZh'),
      forbiddenEn: textFlag(t, 'terms.flag.forbiddenEn'),
      keep: switchFlag(t, 'terms.flag.keep'),
      pos: {
        kind: 'parsed',
        parse: oneOf<PartOfSpeech>(PARTS_OF_SPEECH),
        brief: t('terms.flag.pos', { words: PARTS_OF_SPEECH.join(', ') }),
        optional: true,
      },
      note: textFlag(t, 'terms.flag.note'),
      from: dayFlag(t, 'terms.flag.from'),
      until: dayFlag(t, 'terms.flag.until'),
      caseSensitive: switchFlag(t, 'terms.flag.caseSensitive'),
      format: {
        kind: 'parsed',
        parse: oneOf<TermFormat>(TERM_FORMATS),
        brief: t('terms.flag.format'),
        optional: true,
      },
      encoding: textFlag(t, 'add.flag.encoding'),
      dryRun: switchFlag(t, 'terms.flag.dryRun'),
      csv: switchFlag(t, 'terms.flag.csv'),
      minimum: countFlag(t, 'terms.flag.minimum'),
      limit: countFlag(t, 'terms.flag.limit'),
      json: switchFlag(t, 'flag.json'),
    },
    positional: {
      kind: 'array',
      parameter: {
        brief: t('terms.argument.action', {
          actions: ACTIONS.map((action) => action.usage).join(' · '),
        }),
        parse: String,
        placeholder: 'action',
      },
    },
  }),
  run: async (services, flags, [name, ...args]) => {
    const action = chooseAction(name);
    assertFits(action, flags, args);
    return action.run({ services, open: await services.openWorkspace(), flags, args });
  },
});
