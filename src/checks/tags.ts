import { otherLang, type Finding, type TextEdit } from '../core/model.ts';
import { applyFix } from '../core/apply-fix.ts';
import { compareTags, type TagDifference } from '../core/tags.ts';
import type { PairCheck, PairView } from './check.ts';

function signsOf({ missing, extra, broken, emptied }: TagDifference): string {
  return [
    ...missing.map((tag) => `−${tag}`),
    ...extra.map((tag) => `+${tag}`),
    ...broken.map((tag) => `?${tag}`),
    ...emptied.map((tag) => `∅${tag}`),
  ].join(' ');
}

function numberOf(tag: string): string {
  return /\d+/.exec(tag)?.[0] ?? '';
}

/**
 * What is too much goes, and a tag without content goes to the end. Where a pair of tags is missing, only
 * a person knows what belongs between them.
 */
function fixOf(view: PairView, { missing, extra, broken }: TagDifference): Finding['fix'] {
  const lang = otherLang(view.source);
  const text = view.tagged[lang];
  const gone = new Set([...extra, ...broken].map(numberOf));
  const cuts = [...text.matchAll(/<\/?(\d{1,4})\/?>/g)]
    .filter(([, number]) => gone.has(number ?? ''))
    .map(({ index, 0: tag }): TextEdit => ({ from: index, to: index + tag.length, text: '' }));
  const end = { from: text.length, to: text.length, text: missing.join('') };
  const fix = { lang, edits: missing.length === 0 ? cuts : [...cuts, end] };
  if (fix.edits.length === 0) return undefined;
  return compareTags(view.tagged[view.source], applyFix(text, fix)) === null ? fix : undefined;
}

/** Inline tags that differ between the two sides of a pair. */
export const tags: PairCheck = {
  id: 'tags',
  severity: 'error',
  group: 'markup',
  scope: 'pair',
  fixes: 'wording',
  examples: {
    invalid: [
      { zh: '<1>渡轮</1>离港。', en: 'The ferry left.' },
      { zh: '渡轮离港。', en: 'The <1>ferry</1> left.' },
      { zh: '<1>渡轮</1>离港。', en: 'The <1>ferry left.' },
      { zh: '渡轮离港<1/>。', en: 'The ferry left.' },
    ],
    valid: [
      { zh: '<1>渡轮</1>离港。', en: 'The <1>ferry</1> left.' },
      { zh: '渡轮离港，5 &lt; 6。', en: 'The ferry left; 5 &lt; 6.' },
    ],
  },
  run: (view) => {
    const difference = compareTags(view.tagged[view.source], view.tagged[otherLang(view.source)]);
    if (difference === null) return [];
    const taggedFix = fixOf(view, difference);
    const values = { tags: signsOf(difference) };
    return [taggedFix === undefined ? { values } : { values, taggedFix }];
  },
};
