/** Lines to type in: what they are asked for, and what follows when they are typed. */
import type { Message } from '../../message.ts';
import { type Outcome, refuse, still } from '../../outcome.ts';
import type { Overlay, ReviewState, Session } from '../../state.ts';
import type { PromptOverlay, PromptPurpose } from '../../overlay.ts';
import { textBuffer } from '../../text/text-buffer.ts';
import type { Followed } from '../follow.ts';
import { focusOf, selectedUnit } from '../session.ts';

/** What one kind of line does. */
export interface PromptKind {
  readonly purpose: PromptPurpose;
  /** What of the segment has to stand as it was asked for; without it, nothing. */
  readonly holds?: 'segment' | 'source';
  readonly title: (subject: string) => Message;
  /** What stands in the line at first; null with a notice in the state where it cannot be asked. */
  readonly start: (state: ReviewState) => string | ReviewState;
  readonly submit: (state: ReviewState, line: Line, at: string) => Outcome;
}

/** What was typed. */
export interface Line {
  readonly text: string;
  readonly subject: string;
}

/** Opens a line, or says why there is nothing to ask. */
export function openPrompt(state: ReviewState, kind: PromptKind, subject = ''): ReviewState {
  const start = kind.start(state);
  return typeof start === 'string' ? openLine(state, kind, { text: start, subject }) : start;
}

/** Opens a line in which a text stands already. */
export function openLine(state: ReviewState, kind: PromptKind, line: Line): ReviewState {
  const { text, subject } = line;
  const unit = focusOf(state)?.unit;
  const overlay: PromptOverlay = {
    type: 'prompt',
    purpose: kind.purpose,
    title: kind.title(subject),
    buffer: textBuffer(text),
    subject,
    about: unit === undefined ? null : { key: unit.key, source: unit.segment.text },
  };
  return { ...state, overlay };
}

/** The line after the article was read again: its segment may be known by another key now. */
export function followedLine(
  overlay: Overlay | null,
  { session, isLost }: Pick<Followed, 'session' | 'isLost'>,
): Overlay | null {
  if (overlay?.type !== 'prompt' || overlay.about === null || isLost) return overlay;
  const key = keyIn(session) ?? overlay.about.key;
  return key === overlay.about.key ? overlay : { ...overlay, about: { ...overlay.about, key } };
}

function keyIn(session: Session): string | undefined {
  return selectedUnit(session)?.key;
}

/** Why a line is not taken: the segment is not what it was when the line was asked for. */
function outdated(
  state: ReviewState,
  overlay: PromptOverlay,
  kind: PromptKind,
): ReviewState | null {
  const { about } = overlay;
  if (kind.holds === undefined || about === null) return null;
  const unit = focusOf(state)?.unit;
  if (unit?.key !== about.key) return refuse(state, 'review.refuse.lineGone');
  const { text } = unit.segment;
  if (kind.holds === 'segment' || text === about.source) return null;
  // What the article says now is before the person from here on: once more, and it is meant.
  const seen = { ...state, overlay: { ...overlay, about: { ...about, source: text } } };
  return refuse(seen, 'review.refuse.lineChanged', { text });
}

/** Takes what was typed; an empty line is its own answer. A line that is refused stays as it is. */
export function submitPrompt(
  state: ReviewState,
  { overlay, kind }: { readonly overlay: PromptOverlay; readonly kind: PromptKind },
  at: string,
): Outcome {
  const refused = outdated(state, overlay, kind);
  if (refused !== null) return still(refused);
  const { subject, buffer } = overlay;
  const line = { text: buffer.text.trim(), subject };
  const [next, effects] = kind.submit({ ...state, overlay: null }, line, at);
  const isRefused = effects.length === 0 && next.overlay === null && next.notice?.tone === 'error';
  return isRefused ? still({ ...next, overlay }) : [next, effects];
}
