/**
 * The segment that is being typed at has gone: a page says so, and where the text is. Until Esc closes it,
 * nothing acts that was meant for the text: as keys of the list, letters would sign another segment off.
 */
import { articlePath, reviewPath } from '../../core/paths.ts';
import type { Message } from '../message.ts';
import type { PageLine, PageOverlay, PromptOverlay } from '../overlay.ts';
import type { Input } from '../event.ts';
import type { Editor, Overlay, ReviewState, Session } from '../state.ts';

const BLANK_LINE: PageLine = { text: '' };

function lineFor({ key }: Editor, article: Session['article']): Message {
  const isThere = article.units.some((unit) => unit.key === key);
  const path = articlePath(article.article.slug);
  return isThere ? { key: 'review.gone.closed' } : { key: 'review.gone.segment', values: { path } };
}

function textLines({ key, buffer, jotted }: Editor, slug: string): readonly PageLine[] {
  const { text } = buffer;
  if (text.trim() === '') return [{ text: { key: 'review.gone.nothing' } }];
  const said = jotted === null ? 'review.gone.stands' : 'review.gone.typed';
  const values = { path: reviewPath(slug), key };
  return [{ text: { key: said, values } }, { text, tone: 'strong' }];
}

function pageFor(session: Session, editor: Editor, article: Session['article']): PageOverlay {
  const { slug } = session;
  return {
    type: 'page',
    title: { key: 'review.gone.title' },
    lines: [
      { text: lineFor(editor, article), tone: 'error' },
      { text: editor.source, tone: 'removed' },
      BLANK_LINE,
      ...textLines(editor, slug),
      BLANK_LINE,
      { text: { key: 'review.gone.close' } },
    ],
    top: 0,
  };
}

/** What was typed while the disk was asked, for the text that has gone; orders to end stay orders. */
function sorted(waiting: readonly Input[]) {
  const text = waiting.flatMap((input) => {
    return input.type === 'text' || input.type === 'paste' ? [input.text] : [];
  });
  const rest = waiting.filter((input) => input.type === 'key' && input.name === 'C-q');
  return { text: text.join(''), rest };
}

/**
 * Holds everything up that was meant for the text.
 * @param before the session in which the segment was being edited; without an editor nothing is held up
 */
export function vanished(state: ReviewState, before: Session): ReviewState {
  const { editor } = before;
  if (editor === null || state.session === null) return state;
  const { overlay } = state;
  const under = overlay?.type === 'prompt' ? overlay : null;
  const page = pageFor(before, editor, state.session.article);
  const { text, rest } = sorted(state.waiting);
  const held = { ...page, halt: { under, since: '' } };
  return typedSince({ ...state, notice: null, overlay: held, waiting: rest }, text);
}

/** Shows a text that came back for a segment that has gone meanwhile, until Esc closes the page. */
export function cameBackForNothing(state: ReviewState, text: string): ReviewState {
  const { overlay } = state;
  const lines: readonly PageLine[] = [
    { text: { key: 'review.notice.externalGone' }, tone: 'error' },
    BLANK_LINE,
    { text, tone: 'strong' },
    BLANK_LINE,
    { text: { key: 'review.gone.close' } },
  ];
  const under = overlay?.type === 'prompt' ? overlay : underOf(overlay);
  const title = { key: 'review.gone.title' } as const;
  const page: PageOverlay = { type: 'page', title, lines, top: 0, halt: { under, since: '' } };
  return { ...state, overlay: page };
}

/** Shows what is still being typed: it is put nowhere, but can be read and typed again. */
export function typedSince(state: ReviewState, text: string): ReviewState {
  const { overlay } = state;
  if (overlay?.type !== 'page' || overlay.halt === undefined || text === '') return state;
  const { halt, lines } = overlay;
  const since = halt.since + text;
  const shown: readonly PageLine[] =
    halt.since === ''
      ? [...lines, BLANK_LINE, { text: { key: 'review.gone.since' }, tone: 'faint' }]
      : lines.slice(0, -1);
  const next = { ...overlay, halt: { ...halt, since }, lines: [...shown, { text: since }] };
  return { ...state, overlay: next };
}

/** What an overlay gives way to when it is closed. */
export function underOf(overlay: Overlay | null): PromptOverlay | null {
  return overlay?.type === 'page' ? (overlay.halt?.under ?? null) : null;
}
