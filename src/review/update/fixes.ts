/** What a finding offers as its mending. It is typed into the editor, never signed by itself. */
import type { Finding, Unit } from '../../core/model.ts';
import { compareTags } from '../../core/tags.ts';

type Fix = (text: string, unit: Unit) => string | null;

/** Characters that nobody sees, and that no text of a newspaper needs. */
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

const FIXES: Readonly<Record<string, Fix>> = {
  /** What is too much goes, what is missing is put at the end, where the person moves it from. */
  tags: (text, { segment }) => {
    const difference = compareTags(segment.text, text);
    if (difference === null || difference.broken.length > 0) return null;
    const without = difference.extra.reduce((rest, tag) => {
      const number = /\d+/.exec(tag)?.[0] ?? '';
      return rest.replace(new RegExp(`</?${number}/?>`, 'g'), '');
    }, text);
    const missing = difference.missing.map((tag) =>
      tag.endsWith('/>') ? tag : `${tag}${tag.replace('<', '</')}`,
    );
    return without + missing.join('');
  },
  invisible: (text) => text.replace(INVISIBLE, ''),
};

/** The text with the finding mended, or null where that is a person's work. */
export function fixOf({ check }: Finding, unit: Unit, text: string): string | null {
  return FIXES[check]?.(text, unit) ?? null;
}
