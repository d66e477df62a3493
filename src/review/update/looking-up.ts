/** Looks words up: in all approved pairs, and in the dictionary. */
import { plainText } from '../../core/tags.ts';
import { pairName } from '../../memory/approved-pairs.ts';
import type { Concordance } from '../../memory/concordance.ts';
import { CEDICT_ATTRIBUTION } from '../../dictionary/dictionary.ts';
import type { Definition } from '../look-ups.ts';
import { type Outcome, refuse, still } from '../outcome.ts';
import type { PageLine, PickRow } from '../overlay.ts';
import { lineOf, type ReviewState } from '../state.ts';
import { selectedText } from '../text/selection.ts';
import type { TextBuffer } from '../text/text-buffer.ts';
import { wordAt } from '../text/words.ts';
import { targetLang } from '../unit.ts';
import type { PickKind } from './overlays/picks.ts';
import { openPick } from './overlays/picks.ts';
import { changed, edit } from './editor.ts';
import { paste } from '../text/edits.ts';
import { editingOf, focusOf } from './session.ts';

/** The words that a look-up starts from: the selection, else the word at the caret. */
function wordsAtHand(state: ReviewState): string {
  const editing = editingOf(state);
  if (editing === null) return '';
  const { buffer } = editing.editor;
  const selected = selectedText(buffer);
  return selected === '' ? wordAt(buffer.text, buffer.caret) : selected;
}

function selectedWords(state: ReviewState): string {
  const editing = editingOf(state);
  return editing === null ? '' : selectedText(editing.editor.buffer);
}

/** Opens the concordance, with the words at hand typed already. */
export function openConcordance(state: ReviewState, side: 'source' | 'target'): Outcome {
  const words = side === 'target' ? wordsAtHand(state) : selectedWords(state);
  const opened = openPick({ ...state, hits: null }, CONCORDANCE, words.trim());
  return withConcordance(opened);
}

/** What is typed in the concordance; '' where it is not open. */
function queryOf({ overlay }: ReviewState): string {
  const isOpen = overlay?.type === 'pick' && overlay.purpose === 'concordance';
  return isOpen ? (lineOf(overlay)?.text.trim() ?? '') : '';
}

/** Asks for what is typed in the concordance now, unless that was asked last. */
export function withConcordance(state: ReviewState): Outcome {
  const query = queryOf(state);
  if (query === '' || state.hits?.query === query) return still(state);
  const next = { ...state, hits: { query, found: null } };
  return [next, [{ type: 'concordance', query, side: 'both' }]];
}

/** The answer to a look-up; one that is no longer asked for is dropped. */
export function found(state: ReviewState, query: string, hits: Concordance): ReviewState {
  if (state.hits?.query !== query) return state;
  const next = { ...state, hits: { query, found: hits } };
  const { overlay } = next;
  if (overlay?.type !== 'pick' || overlay.purpose !== 'concordance') return next;
  return { ...next, overlay: { ...overlay, rows: concordanceRows(next), selected: 0 } };
}

function concordanceRows({ hits }: ReviewState): PickRow[] {
  return (hits?.found?.hits ?? []).flatMap(({ pair }, index) => [
    { id: `${index} zh`, text: plainText(pair.zh), note: pairName(pair) },
    { id: `${index} en`, text: `  ${plainText(pair.en)}` },
  ]);
}

/** The target of the pair that a row belongs to, whichever of its two rows that is. */
function chosenText(state: ReviewState, id: string): string | null {
  const focus = focusOf(state);
  const hit = state.hits?.found?.hits[Number(id.split(' ')[0])];
  return focus === null || hit === undefined ? null : hit.pair[targetLang(focus.unit)];
}

/** Puts a sentence in at the caret, apart from an English one before it. */
function putIn(buffer: TextBuffer, text: string): TextBuffer {
  const before = buffer.text.slice(0, buffer.caret);
  const needsGap =
    /[\p{Script=Latin}\d.,;:!?)"”’]$/u.test(before) && /^[\p{Script=Latin}\d"“]/u.test(text);
  return paste(buffer, needsGap ? ` ${text}` : text);
}

/** Every approved pair that holds what is typed; the chosen text goes to the caret. */
export const CONCORDANCE: PickKind = {
  purpose: 'concordance',
  title: { key: 'review.concordance.title' },
  typed: true,
  rows: (state) => concordanceRows(state),
  choose: (state, { row }, at) => {
    const text = chosenText(state, row.id);
    if (text === null) return still(state);
    const opened = state.session?.editor === null ? edit(state) : state;
    return changed(opened, (buffer) => putIn(buffer, plainText(text)), at);
  },
};

/** Looks the word at the caret up, or in the list the first word of the source. */
export function openDictionary(state: ReviewState): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const editing = editingOf(state);
  const text = editing?.editor.buffer.text ?? plainText(focus.unit.segment.text);
  const offset = editing?.editor.buffer.caret ?? 0;
  return [state, [{ type: 'define', text, offset }]];
}

function linesOf({ headword, pinyin, senses }: Definition): PageLine[] {
  return [
    { text: `${headword}  ${pinyin}`, tone: 'strong' },
    ...senses.map((sense): PageLine => ({ text: `  ${sense}` })),
    { text: '' },
  ];
}

/** The dictionary's answer, as a page; or why there is none. */
export function defined(
  state: ReviewState,
  word: string,
  entries: readonly Definition[] | string,
): ReviewState {
  if (typeof entries === 'string') {
    return refuse(state, 'review.refuse.noDictionary', { reason: entries });
  }
  if (entries.length === 0) return refuse(state, 'review.refuse.noEntry', { word });
  const lines = [...entries.flatMap(linesOf), { text: CEDICT_ATTRIBUTION, tone: 'faint' } as const];
  const found = entries[0]?.headword ?? word;
  const title = { key: 'review.dictionary.title', values: { word: found } } as const;
  return { ...state, overlay: { type: 'page', title, lines, top: 0 } };
}
