/** Furniture that is the same in every language. */
import type { LineRule, WordRule } from './rule.ts';

export const COMMON_RULES: readonly LineRule[] = [
  {
    reason: 'stray-mark',
    zone: 'edges',
    pattern: /^(?![-–—_=*#■□◼▪∎◆●\s]*[■□◼▪∎◆]$)[-–—_=*·•.|>~#:,\s"'()[\]]+$/u,
  },
  {
    reason: 'share-bar',
    zone: 'edges',
    pattern: /^(?:字体|字号|font size|text size)\s*:?\s*[[(【].{0,12}[\])】]$/iu,
  },
];

export const WORD_RULES: readonly WordRule[] = [
  { reason: 'language-menu', zone: 'anywhere', of: ['language'], needs: [{ language: 5 }] },
  { reason: 'share-bar', zone: 'anywhere', of: ['share'], needs: [{ share: 3 }] },
  { reason: 'share-bar', zone: 'edges', of: ['share'], needs: [{ share: 1 }] },
  {
    reason: 'page-details',
    zone: 'edges',
    of: ['date', 'time', 'outlet', 'detail', 'category', 'number'],
    needs: [{ date: 1 }, { detail: 1, outlet: 1 }, { detail: 1, time: 1 }],
  },
  {
    reason: 'page-details',
    zone: 'edges',
    of: ['date', 'time', 'outlet', 'detail', 'count', 'category', 'share'],
    needs: [{ date: 1 }],
  },
  {
    reason: 'podcast',
    zone: 'edges',
    of: ['date', 'time', 'duration', 'count', 'number', 'ago', 'podcast', 'outlet'],
    needs: [{ duration: 1 }, { ago: 1 }, { podcast: 1 }, { date: 1, time: 1, count: 1 }],
  },
  {
    reason: 'play-count',
    zone: 'edges',
    of: ['count', 'number'],
    needs: [{ count: 1 }, { number: 2 }],
  },
  { reason: 'site-name', zone: 'edges', of: ['outlet', 'category'], needs: [{ outlet: 1 }] },
  { reason: 'site-name', zone: 'head', of: ['category'], needs: [{ category: 2 }] },
  { reason: 'navigation', zone: 'anywhere', of: ['navigation'], needs: [{ navigation: 6 }] },
  { reason: 'navigation', zone: 'edges', of: ['navigation'], needs: [{ navigation: 3 }] },
];
