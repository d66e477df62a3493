import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lang, LANGS } from '../../src/core/model.ts';
import { type Change, diffTexts } from '../../src/review/source-diff.ts';
import { nastyText } from './text/nasty-text.ts';

const SIGNS = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;

function shown(changes: readonly Change[]): string {
  return changes.map(({ kind, text }) => SIGNS[kind].join(text)).join('');
}

function without(changes: readonly Change[], kind: Change['kind']): string {
  return changes
    .filter((change) => change.kind !== kind)
    .map((change) => change.text)
    .join('');
}

describe('diffTexts', () => {
  it.each<[Lang, string, string, string]>([
    ['zh', '', '', ''],
    ['zh', '我们同意。', '我们同意。', '我们同意。'],
    ['zh', '', '你好', '{+你好+}'],
    ['zh', '我们同意这份合同。', '我们不同意这份合同。', '我们{+不+}同意这份合同。'],
    ['zh', '大会在北京举行。', '大会在上海举行。', '大会在[-北京-]{+上海+}举行。'],
    ['zh', '共有3万人参加', '共有5万人参加', '共有[-3-]{+5+}万人参加'],
    ['zh', '<1>大会</1>开幕', '大会<1>开幕</1>', '[-<1>-]大会[-</1>-]{+<1>+}开幕{+</1>+}'],
    ['en', 'He smiled.', 'He smiled!', 'He smiled[-.-]{+!+}'],
    ['en', 'the big dog', 'a small dog', '[-the big-]{+a small+} dog'],
    ['en', 'I don’t know', 'I do know', 'I [-don’t-]{+do+} know'],
    ['en', 'worth 1,234 yuan', 'worth 1,284 yuan', 'worth [-1,234-]{+1,284+} yuan'],
    ['en', 'He left.', 'He left early.', 'He left{+ early+}.'],
  ])('%s: %j → %j', (lang, before, after, expected) => {
    expect(shown(diffTexts(before, after, lang))).toBe(expected);
  });

  it('gives either text back', () => {
    assert(
      property(constantFrom(...LANGS), nastyText, nastyText, (lang, before, after) => {
        const changes = diffTexts(before, after, lang);
        expect(without(changes, 'added')).toBe(before);
        expect(without(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('joins neighbours of one kind and has no empty run', () => {
    assert(
      property(constantFrom(...LANGS), nastyText, nastyText, (lang, before, after) => {
        const changes = diffTexts(before, after, lang);
        for (const [index, change] of changes.entries()) {
          expect(change.text).not.toBe('');
          expect(change.kind).not.toBe(changes[index + 1]?.kind);
        }
      }),
    );
  });

  it('gives up on texts that have next to nothing in common', () => {
    const before = Array.from({ length: 1500 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 1500 }, (_, index) => `b${index}`).join('-');
    expect(diffTexts(before, after, 'en')).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
