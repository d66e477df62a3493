/** Lines to type in: what they are asked for, and what follows when they are typed. */
import type { Message } from '../../message.ts';
import type { Outcome } from '../../outcome.ts';
import type { PromptOverlay, PromptPurpose } from '../../overlay.ts';
import type { ReviewState } from '../../state.ts';
import { textBuffer } from '../../text/text-buffer.ts';

/** What one kind of line does. */
export interface PromptKind {
  readonly purpose: PromptPurpose;
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
  if (typeof start !== 'string') return start;
  const { purpose } = kind;
  const title = kind.title(subject);
  const overlay = { type: 'prompt', purpose, title, buffer: textBuffer(start), subject } as const;
  return { ...state, overlay };
}

/** Takes what was typed; an empty line is its own answer. */
export function submitPrompt(
  state: ReviewState,
  { overlay, kind }: { readonly overlay: PromptOverlay; readonly kind: PromptKind },
  at: string,
): Outcome {
  const { subject, buffer } = overlay;
  return kind.submit({ ...state, overlay: null }, { text: buffer.text.trim(), subject }, at);
}
