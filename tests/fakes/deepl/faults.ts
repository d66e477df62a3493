/** What can go wrong, switched on by the test. */

export type Fault =
  | {
      readonly type: 'status';
      readonly status: number;
      /** Seconds, or the date as HTTP writes it. */
      readonly retryAfter?: number | string;
      readonly message?: string;
    }
  /** Blank texts: all of them, or the one at `only`. */
  | { readonly type: 'empty'; readonly only?: number }
  | { readonly type: 'drop-tags' }
  | { readonly type: 'empty-tags' }
  | { readonly type: 'short' }
  | { readonly type: 'long' }
  /** The answers in another order. */
  | { readonly type: 'reorder' }
  /** The first answer twice, the others one place on, the last one lost. */
  | { readonly type: 'duplicate' }
  /** A third of each text. */
  | { readonly type: 'truncate' }
  /** The connection breaks in the middle of the answer; the texts have been charged. */
  | { readonly type: 'reset' }
  /** The connection breaks before the first byte of the answer; the texts have been charged. */
  | { readonly type: 'die-after-billing' }
  /** No answer at all; the texts have been charged. */
  | { readonly type: 'stall' }
  | { readonly type: 'not-json' }
  /** Says nothing of what was charged and which model was used. */
  | { readonly type: 'silent' }
  /** Answers the key that it was sent, as a careless proxy might. */
  | { readonly type: 'echo-key' }
  /** 400 for a request with tag handling that holds this. */
  | { readonly type: 'refuse'; readonly holding: string; readonly plainToo?: boolean };

type Damage = (texts: readonly string[]) => readonly string[];

const DAMAGE: Partial<Record<Fault['type'], Damage>> = {
  'drop-tags': (texts) => texts.map((text) => text.replace(/<[^>]*>/g, '')),
  'empty-tags': (texts) => texts.map((text) => text.replace(/(<g [^>]*>)[^<]+(<\/g>)/g, '$1$2')),
  short: (texts) => texts.slice(1),
  long: (texts) => [...texts, 'one too many'],
  reorder: (texts) => texts.toReversed(),
  duplicate: (texts) => texts.map((text, index) => texts[index - 1] ?? text),
  truncate: (texts) => texts.map((text) => text.slice(0, Math.ceil(text.length / 3))),
};

/** The texts of an answer as the fault leaves them. */
export function damage(texts: readonly string[], fault: Fault | null): readonly string[] {
  if (fault?.type === 'empty') {
    return texts.map((text, index) => (index === (fault.only ?? index) ? ' ' : text));
  }
  const spoil = fault === null ? undefined : DAMAGE[fault.type];
  return spoil?.(texts) ?? texts;
}
