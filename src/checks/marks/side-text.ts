/** A side of a pair as the checks of marks and spaces read it. */
import { keptSpans } from '../../core/drafting/normalise/kept-spans.ts';
import type { Lang, Span, TextEdit } from '../../core/model.ts';
import { plainText } from '../../core/tags.ts';
import type { PairView } from '../check.ts';
import { once } from '../once.ts';
import { OBJECT } from './characters.ts';

export interface SideText {
  readonly lang: Lang;
  /** The plain text, with U+FFFC for each tag without content: words on its two sides do not touch. */
  readonly text: string;
  /** Spans and edits of this text as those of the plain text; nothing may be done to an object. */
  readonly plainSpan: (span: Span) => Span;
  readonly plainEdit: (edit: TextEdit) => TextEdit;
  /** Whether a range touches an address, code or a placeholder, in which every character is as it must be. */
  readonly isKept: (from: number, to: number) => boolean;
}

const VOID = /<\d{1,4}\/>/;
const EVERY_VOID = /<\d{1,4}\/>/g;

function withObjects(tagged: string, plain: string): string {
  if (!VOID.test(tagged) || plain.includes(OBJECT)) return plain;
  return plainText(tagged.replace(EVERY_VOID, OBJECT));
}

/** How many objects stand before each offset. */
function shifts(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 2);
  for (let at = 0; at <= text.length; at += 1) {
    counts[at + 1] = (counts[at] ?? 0) + (text[at] === OBJECT ? 1 : 0);
  }
  return counts;
}

function keeper(text: string): (from: number, to: number) => boolean {
  let mask: Uint8Array | undefined;
  return (from, to) => {
    if (mask === undefined) {
      mask = new Uint8Array(text.length);
      for (const span of keptSpans(text)) mask.fill(1, span.from, span.to);
    }
    return mask.subarray(from, to).includes(1);
  };
}

function sideText(view: PairView, lang: Lang): SideText {
  const plain = view[lang];
  const text = withObjects(view.tagged[lang], plain);
  const isKept = keeper(text);
  if (text === plain) {
    return { lang, text, isKept, plainSpan: (span) => span, plainEdit: (edit) => edit };
  }
  const counts = shifts(text);
  const plainAt = (at: number): number => at - (counts[at] ?? 0);
  const plainSpan = ({ from, to }: Span): Span => ({ from: plainAt(from), to: plainAt(to) });
  const plainEdit = (edit: TextEdit): TextEdit => ({ ...plainSpan(edit), text: edit.text });
  return { lang, text, isKept, plainSpan, plainEdit };
}

/** Both sides of a pair. */
export const sideTexts = once((view) => ({
  zh: sideText(view, 'zh'),
  en: sideText(view, 'en'),
}));
