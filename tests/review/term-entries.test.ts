/** The panel's list of terms: whether the text that is being typed has them. */
import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../src/interface.ts';
import { termEntries } from '../../src/review/screen/panel/terms.ts';

const t = await createTranslate('en');

function said(target: string, text: string): string {
  const span = { from: 0, to: 2 };
  const term = { source: '芯片', target, spanInSource: span, used: false, forbidden: false };
  const typed = { text, base: '' };
  const [entry] = termEntries([term], { width: 100, typed, view: { t, ascii: false } });
  return (entry?.first ?? []).map((one) => one.text).join('');
}

describe('a term', () => {
  it.each([
    ['chip', 'A chip plant'],
    ['chip', 'Chips are made here'],
    ['chip', 'the micro-chip'],
    ['chip', 'microchips, and a chip'],
    ['河水', '把河水'],
    ['米', 'abc米'],
  ])('%j is used in %j', (target, text) => {
    expect(said(target, text)).toContain('✓ used');
  });

  it.each([
    ['chip', 'Microchip'],
    ['chip', 'a blue ship'],
    ['chip', '3chip'],
    ['河水', '湖水'],
  ])('%j is not used in %j', (target, text) => {
    expect(said(target, text)).toContain('· not used');
  });
});
