/** What the fixes of the checks may do to any text: they come to an end, and the words stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, PairCheck, PairView } from '../../src/checks/check.ts';
import { checkPair } from '../../src/checks/check-pair.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { viewOf } from '../../src/checks/pair-view.ts';
import { createSetting, type CheckSetting } from '../../src/checks/setting.ts';
import { HOUSE_STYLES } from '../../src/checks/styles/index.ts';
import { applyFix } from '../../src/core/apply-fix.ts';
import type { Finding } from '../../src/core/model.ts';
import { plainText } from '../../src/core/tags.ts';
import { loadScriptFold } from '../../src/memory/script-fold.ts';

const STANDING = { slug: 'case', key: 'k', place: { file: 'f', line: 1, column: 1 } };
const checks: readonly Check[] = CHECKS;
const TYPOGRAPHIC = new Set(
  checks.flatMap(({ id, fixes }) => (fixes === 'typographic' ? [id] : [])),
);
const DOUBLED = new Set(['dup.word', 'dup.phrase']);

function settingOf(style: string): CheckSetting {
  const none = { severity: {} };
  const stages = { draft: none, publish: none };
  const config = { style, severity: {}, options: {}, zh: none, en: none, stages };
  return createSetting({ config, terms: [], stage: 'publish', today: '2026-01-01' });
}

const SETTINGS = Object.keys(HOUSE_STYLES).map(settingOf);

function view(zh: string, en: string, setting = SETTINGS[0] as CheckSetting): PairView {
  const parts = { source: 'zh', kind: 'paragraph', headline: true, day: undefined } as const;
  return viewOf({ zh, en }, { ...parts, setting });
}

/** A round makes the first fix that is wanted; null when there is none. */
function mendedOnce(now: PairView, isWanted: (finding: Finding) => boolean): PairView | null {
  const { fix } =
    checkPair(now, STANDING).find((one) => one.fix !== undefined && isWanted(one)) ?? {};
  if (fix === undefined) return null;
  const text = applyFix(now.tagged[fix.lang], fix);
  return viewOf({ ...now.tagged, [fix.lang]: text }, now);
}

function mended(start: PairView, isWanted: (finding: Finding) => boolean): PairView {
  let now = start;
  for (let round = 0; round < 200; round += 1) {
    const next = mendedOnce(now, isWanted);
    if (next === null) return now;
    now = next;
  }
  throw new Error(`no end: ${JSON.stringify([start.tagged, now.tagged])}`);
}

const PIECES = [
  ...'你好世界的了和北京中从说第年上个後學',
  ...'，。、；：？！（）《》「」“”‘’…—～·【】',
  ...',.;:?!()[]"\'-',
  ...'0123456789%',
  'the',
  'a',
  'GDP',
  'port',
  'U.S.',
  'Inc.',
  'f(x)',
  '--fix',
  '1,200',
  '10:30',
  '3.5',
  'https://example.cn/a?b=1,2',
  'a@example.cn',
  '{{name}}',
  '&lt;',
  '&amp;',
  '🎉',
  'é',
  '<1>',
  '</1>',
  '<2/>',
  '<3>',
  '</3>',
  ' ',
  ' ',
  ' ',
  '  ',
  '\u00a0',
  '\u3000',
  '\n',
];
const anyText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .map((pieces) => pieces.join(''));
const anySetting = fc.constantFrom(...SETTINGS);

const fold = await loadScriptFold();

/** Letters and digits of any width and script, and what is no punctuation; tags in their order. */
function bones(tagged: string): string {
  const folded = fold(tagged).normalize('NFKC');
  return folded.replace(/<\/?\d{1,4}\/?>|[\s\p{P}\p{S}]/gu, (found) =>
    found.startsWith('<') && found.length > 1 ? found : '',
  );
}

/** Whether a text is another one with some of it left out. */
function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('fixes of any text', () => {
  it('come to an end, and leave the words as they are but for those that stand twice', () => {
    fc.assert(
      fc.property(anyText, anyText, anySetting, (zh, en, setting) => {
        const start = view(zh, en, setting);
        const typographic = mended(start, ({ check }) => TYPOGRAPHIC.has(check));
        expect(bones(typographic.tagged.zh)).toBe(bones(zh));
        expect(bones(typographic.tagged.en)).toBe(bones(en));
        const doubled = mended(typographic, ({ check }) => DOUBLED.has(check));
        expect(isPartOf(bones(doubled.tagged.zh), bones(zh))).toBe(true);
        expect(isPartOf(bones(doubled.tagged.en), bones(en))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('leave addresses, code and numbers alone', () => {
    const solid = fc.constantFrom(
      'https://example.cn/a?b=1,2',
      'a@example.cn',
      '{{a, b}}',
      '1,200.5',
    );
    fc.assert(
      fc.property(anyText, solid, anyText, (before, kept, after) => {
        const text = `${before} ${kept} ${after}`;
        const { tagged } = mended(view(text, text), ({ check }) => TYPOGRAPHIC.has(check));
        expect(plainText(tagged.zh)).toContain(kept);
        expect(plainText(tagged.en)).toContain(kept);
      }),
      { numRuns: 500 },
    );
  });
});

const PAIR_CHECKS = checks.filter((check): check is PairCheck => check.scope === 'pair');
const HOSTILE = [
  ...'()（"“”\',，.…的《》[】ÃA@:：、。',
  'a ',
  'the ',
  '<1/>',
  '<1>',
  '中a',
  '中 a',
  '1,',
  '--',
  'â€',
  '你 ',
  '你 好',
  '。。',
  'a.',
  '()',
  'http://',
  '中,',
  'a"',
  '" ',
  '「」',
  '国家',
  '...中',
  'Mr. ',
  '{{',
  '=,',
  '\u00a0',
  'a b ',
  '、和',
];

describe('texts without end', () => {
  // What takes the square of a text's length does not come to an end here.
  it.each(HOSTILE)('are read in one go: %j over and over', (unit) => {
    const long = unit.repeat(Math.ceil(40_000 / unit.length));
    const hostile = view(`中${long}中`, `a${long}a`);
    const marks = PAIR_CHECKS.filter(({ group }) => group === 'punctuation');
    expect(() => marks.map((check) => check.run(hostile, check))).not.toThrow();
  });
});
