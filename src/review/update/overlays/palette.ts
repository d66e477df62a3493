/** The palette: every command of the mode it was opened from, found by typing a part of its name. */
import type { Action, Mode } from '../../action.ts';
import { keyName } from '../../key-names.ts';
import { bindingsOf, type Binding } from '../../keymap.ts';
import { type Outcome, still } from '../../outcome.ts';
import type { PickRow } from '../../overlay.ts';
import type { ReviewState } from '../../state.ts';
import { goToNumber } from './go-to.ts';
import type { PickKind } from './picks.ts';

/** What moves a cursor is a key's work, not a command's. */
const NO_COMMANDS = new Set([
  'move',
  'text',
  'palette',
  'choose',
  'close',
  'quit-twice',
  'insert-match',
]);

function commandsOf(mode: Mode): readonly Binding[] {
  return bindingsOf(mode).filter(({ action }) => !NO_COMMANDS.has(action.type));
}

function rowOf(binding: Binding, index: number): PickRow {
  const { keys, label } = binding;
  return { id: String(index), text: { key: label }, note: keys.map(keyName).join('  ') };
}

/** `:123` and `123` go to a segment. */
const NUMBER = /^[:：]?\s*(\d{1,9})$/;

function goTo(query: string): PickRow[] {
  const number = NUMBER.exec(query.trim())?.[1];
  if (number === undefined) return [];
  return [{ id: `#${number}`, text: { key: 'review.palette.goTo', values: { number } } }];
}

/** Whether every word of the query stands somewhere in the words. */
function fits(words: string, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.toLowerCase().includes(word));
}

/** The commands that fit what is typed, and the segment of a number. */
function rowsFor(state: ReviewState, typedText: string): PickRow[] {
  const query = typedText.normalize('NFKC');
  const { overlay, t } = state;
  const mode = overlay?.type === 'pick' ? overlay.under : 'list';
  const typed = query.replace(/^[:：]/, '').trim();
  const shown = commandsOf(mode).flatMap((binding, index) => {
    const { label, keys, action } = binding;
    const words = `${t(label)} ${keys.map(keyName).join(' ')} ${action.type}`;
    return fits(words, typed) ? [rowOf(binding, index)] : [];
  });
  return [...goTo(query), ...shown];
}

/** The palette as a list to choose from. @param perform carries a command out */
export function paletteWith(
  perform: (state: ReviewState, action: Action, at: string) => Outcome,
): PickKind {
  return {
    purpose: 'palette',
    title: { key: 'review.palette.title' },
    typed: true,
    rows: rowsFor,
    choose: (state, { row, overlay }, at) => {
      if (row.id.startsWith('#')) return goToNumber(state, Number(row.id.slice(1)), at);
      const binding = commandsOf(overlay.under)[Number(row.id)];
      return binding === undefined ? still(state) : perform(state, binding.action, at);
    },
  };
}
