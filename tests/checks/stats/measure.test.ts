import { describe, expect, it } from 'vitest';
import {
  measureChecks,
  type ClassStats,
  type MeasuredFinding,
  type RunChecks,
} from '../../../src/checks/stats/measure.ts';
import { rateOf } from '../../../src/checks/stats/rate.ts';
import { renderStats } from '../../../src/checks/stats/render.ts';
import { createTranslate } from '../../../src/interface.ts';

describe('a rate', () => {
  // Bounds as in R: prop.test(hits, of, correct = FALSE).
  it.each([
    [0, 0, 0, 0, 1],
    [0, 300, 0, 0, 0.0126],
    [1, 20, 0.05, 0.0089, 0.2361],
    [10, 10, 1, 0.7225, 1],
    [81, 263, 0.308, 0.2553, 0.3662],
  ])('of %i in %i', (...[hits = 0, of = 0, share, low, high]) => {
    const rate = rateOf(hits, of);
    expect(rate.share).toBeCloseTo(share, 4);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });
});

const PAIRS = Array.from({ length: 40 }, (_, index) => ({
  id: `p${index}`,
  zh: `第${index}号船载有${310 + index}人。`,
  en: `Ship ${index} carries ${310 + index} people.`,
}));

function numbers(text: string): string[] {
  return (text.match(/\d+/g) ?? []).sort();
}

/** Finds every digit that differs, flags one pair in ten for nothing, and says so of length alone. */
const run: RunChecks = ({ zh, en }) => {
  const findings: MeasuredFinding[] = [];
  const [inZh, inEn] = [numbers(zh), numbers(en)];
  if (inZh.join() !== inEn.join()) {
    findings.push({ check: 'num.value', severity: 'error', about: `${inZh}/${inEn}` });
  }
  if (/310|320|330|340/.test(zh)) {
    findings.push({ check: 'punct.end', severity: 'note', about: '' });
  }
  if (en.length > 60) findings.push({ check: 'length.ratio', severity: 'warning', about: '' });
  return findings;
};

const stats = measureChecks(PAIRS, run, { seed: 1, most: 30 });

function classOf(name: string): ClassStats {
  const found = stats.classes.find((each) => each.class === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe('measuring', () => {
  it('counts false alarms on correct pairs', () => {
    expect(stats).toMatchObject({
      pairs: 40,
      findings: 4,
      flagged: { hits: 4, of: 40 },
      blocking: { hits: 0 },
      checks: [{ check: 'punct.end', flagged: { hits: 4 }, asError: 0, findings: 4 }],
    });
  });

  it('counts what a right check finds, on either side', () => {
    expect(classOf('digit')).toMatchObject({
      caught: { hits: 30, of: 30 },
      asError: { hits: 30 },
      missed: [],
    });
    const { zh, en } = classOf('digit').sides;
    expect(zh.of + en.of).toBe(30);
    expect(zh.of).toBeGreaterThan(0);
    expect(en.of).toBeGreaterThan(0);
  });

  it('counts neither the wrong check nor what it says of the correct pair too', () => {
    const end = classOf('end');
    expect(end).toMatchObject({ caught: { hits: 0, of: 30 } });
    expect(end.missed).toHaveLength(20);
    expect(end.missed[0]).toEqual({
      id: expect.any(String),
      side: expect.any(String),
      what: expect.any(String),
    });
    // Another text: the numbers differ, but no check of languages says so.
    expect(classOf('language')).toMatchObject({ caught: { hits: 0 }, byAny: { hits: 30 } });
  });

  it('is the same twice, and of the sample that is asked for', () => {
    expect(measureChecks(PAIRS, run, { seed: 1, most: 30 })).toEqual(stats);
    const some = measureChecks(PAIRS, run, { seed: 1, most: 30, sample: 7 });
    expect(some.pairs).toBe(7);
    expect(some.classes[0]?.caught.of).toBeLessThanOrEqual(7);
    const other = measureChecks(PAIRS, run, { seed: 2, most: 5 });
    const same = measureChecks(PAIRS, run, { seed: 1, most: 5 });
    expect(other.classes.flatMap(({ missed }) => missed)).not.toEqual(
      same.classes.flatMap(({ missed }) => missed),
    );
  });

  it('asks with the wrong side as target, unless the pair says what its source is', () => {
    const asked = new Set<string>();
    const note: RunChecks = ({ zh }, source) => {
      asked.add(`${PAIRS.some((pair) => pair.zh === zh) ? 'en' : 'zh'} wrong, ${source} source`);
      return [];
    };
    measureChecks(PAIRS, note, { seed: 1, most: 5, sides: ['zh'] });
    expect(asked).toContain('zh wrong, en source');
    expect(asked).not.toContain('zh wrong, zh source');
    asked.clear();
    const pairs = PAIRS.map((pair) => ({ ...pair, source: 'zh' as const }));
    measureChecks(pairs, note, { seed: 1, most: 5 });
    expect([...asked].filter((one) => one.includes('en source'))).toEqual([]);
  });
});

describe('the figures', () => {
  it('are two tables', async () => {
    const t = await createTranslate('en');
    const text = renderStats(t, stats, { form: 'text' });
    expect(text).toMatch(/^punct\.end {2,}4 {2,}10\.0% \(4\.0–23\.1\) {2,}0 {2,}10\.0$/m);
    expect(text).toMatch(/^digit {2,}30 {2,}100\.0% \(88\.6–100\.0\) {2,}100\.0%/m);
    expect(text).toContain('Nowhere to be seeded: ');
    expect(renderStats(t, stats, { form: 'markdown' })).toMatch(/^\| digit \| 30 \| 100\.0% /m);
  });

  it('are in Chinese too', async () => {
    const text = renderStats(await createTranslate('zh'), stats, { form: 'text' });
    expect(text).toContain('误报：40 个');
    expect(text).toMatch(/^一位数字 +30/m);
  });
});
