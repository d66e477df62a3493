import { otherLang } from '../core/model.ts';
import { compareTags } from '../core/tags.ts';
import { unitCheck } from './unit-check.ts';

/** Inline tags of an approved pair that differ between its two sides. */
export const tags = unitCheck({ id: 'tags', severity: 'error', group: 'markup' }, (unit) => {
  if (unit.pair === undefined) return null;
  const { lang } = unit.segment;
  const difference = compareTags(unit.pair[lang], unit.pair[otherLang(lang)]);
  if (difference === null) return null;
  const signs = [
    ...difference.missing.map((tag) => `−${tag}`),
    ...difference.extra.map((tag) => `+${tag}`),
    ...difference.broken.map((tag) => `?${tag}`),
    ...difference.emptied.map((tag) => `∅${tag}`),
  ];
  return { tags: signs.join(' ') };
});
