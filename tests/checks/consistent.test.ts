/** What an article does in one way, it does in one way from end to end. */
import { describe, expect, it } from 'vitest';
import { createSetting } from '../../src/checks/setting.ts';
import { applyFix } from '../../src/core/apply-fix.ts';
import { articleOf, findingsIn, type Sentences } from './articles.ts';

function settingWith(gap: string) {
  const none = { severity: {} };
  const stages = { draft: none, publish: none };
  const options = { 'space.cjk-latin': { gap } };
  const config = { style: 'wire', severity: {}, options, zh: none, en: none, stages };
  return createSetting({ config, terms: [], stage: 'publish', today: '2026-01-01' });
}

const TIGHT: Sentences = [['The ferry carried 90 people.', '渡轮载客90人，用GPS导航。']];
const WIDE: Sentences = [['The harbor has a new crane.', '港口有一台 ABB 起重机。']];
const PLAIN: Sentences = [['It rained.', '下雨了。']];

describe('space.consistent', () => {
  const found = (paragraphs: readonly Sentences[], gap = 'consistent') =>
    findingsIn(articleOf(paragraphs), 'space.consistent', settingWith(gap)).map(
      ({ zh = '', fix }) => (fix === undefined ? zh : applyFix(zh, fix)),
    );

  it('finds the segments that part Han and Latin as the others do not', () => {
    expect(found([TIGHT, PLAIN, WIDE])).toEqual(['港口有一台ABB起重机。']);
  });

  it.each([[[TIGHT, PLAIN]], [[WIDE, PLAIN]], [[PLAIN]]])(
    'leaves alone what is of one kind',
    (article) => {
      expect(found(article)).toEqual([]);
    },
  );

  it('says nothing where the house has said what it wants', () => {
    expect(found([TIGHT, WIDE], 'one')).toEqual([]);
  });
});

describe('script.consistent', () => {
  const SIMPLIFIED: Sentences = [['The meeting ended.', '会议已经结束，代表们离开了会场。']];
  const TRADITIONAL: Sentences = [['They left by train.', '他們搭乘火車離開。']];
  const BOTH: Sentences = [['They came by train.', '他們们坐火车来。']];
  const found = (paragraphs: readonly Sentences[]) =>
    findingsIn(articleOf(paragraphs), 'script.consistent').map(({ zh, values }) => [
      zh,
      values['marks'],
    ]);

  it('finds the segments in the other script', () => {
    expect(found([SIMPLIFIED, TRADITIONAL])).toEqual([['他們搭乘火車離開。', '們 車 離 開']]);
  });

  it.each([[[SIMPLIFIED, PLAIN]], [[TRADITIONAL, PLAIN]], [[SIMPLIFIED, BOTH]]])(
    'leaves alone an article in one script, and what mixes both by itself',
    (article) => {
      expect(found(article)).toEqual([]);
    },
  );
});
