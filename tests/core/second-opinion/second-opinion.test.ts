/** Which of a segment's drafts are two opinions, and what the check says of them. */
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../../src/checks/check-article.ts';
import { DEFAULT_SETTING } from '../../../src/checks/setting.ts';
import { applyOperations } from '../../../src/core/apply.ts';
import { buildState } from '../../../src/core/load.ts';
import type { Draft } from '../../../src/core/model.ts';
import type { Operation } from '../../../src/core/operations.ts';
import { sayFinding } from '../../../src/core/say-finding.ts';
import { secondOpinion } from '../../../src/core/second-opinion/second-opinion.ts';
import { createTranslate } from '../../../src/interface.ts';

const SOURCE = 'The ferry carried 35,000 people.';
const AT = '2024-04-01T08:00:00.000Z';
const FIRST: Draft = {
  origin: 'engine:deepl',
  source: SOURCE,
  text: '渡轮运送了3.5万人。',
  at: AT,
  engine: { billed: 32 },
};
const SECOND: Draft = {
  origin: 'engine:openai',
  source: SOURCE,
  text: '渡轮没有运送350万人。',
  at: AT,
  engine: { billed: 0, second: true },
};

function stateWith(drafts: readonly Draft[], signed = false) {
  const fresh = buildState(
    { slug: 'ferry', article: `${SOURCE}\n`, zh: null, en: null, review: null },
    { signOffs: 1 },
  );
  const key = fresh.units[0]?.key ?? '';
  const operations: Operation[] = drafts.map((draft) => ({
    type: 'draft',
    key,
    at: AT,
    by: 'mei',
    draft,
  }));
  const signOff: Operation = {
    type: 'sign-off',
    key,
    at: '2024-04-02T08:00:00.000Z',
    by: 'mei',
    source: 'en',
    zh: FIRST.text,
    en: SOURCE,
    seen: null,
  };
  return applyOperations(fresh, signed ? [...operations, signOff] : operations, 1);
}

function opinionOn(drafts: readonly Draft[]) {
  const [unit] = stateWith(drafts).units;
  return unit === undefined ? null : secondOpinion(unit);
}

describe('a second opinion', () => {
  it('stands beside the first engine’s draft', () => {
    const opinion = opinionOn([FIRST, SECOND]);
    expect(opinion?.first.origin).toBe('engine:deepl');
    expect(opinion?.second.origin).toBe('engine:openai');
    expect(opinion?.disagreements).toEqual(['numbers', 'negation']);
  });

  it.each<readonly [string, readonly Draft[]]>([
    ['no draft', []],
    ['one draft', [FIRST]],
    [
      'a draft of another engine that is no second opinion',
      [FIRST, { ...SECOND, engine: { billed: 0 } }],
    ],
    ['a second opinion on an earlier source', [FIRST, { ...SECOND, source: 'The ferry left.' }]],
    ['a person’s draft', [{ origin: 'person', source: SOURCE, text: '渡轮。', at: AT }, SECOND]],
  ])('is none with %s', (_, drafts) => {
    expect(opinionOn(drafts)).toBeNull();
  });
});

describe('the check', () => {
  const found = (state: ReturnType<typeof stateWith>) =>
    checkArticle(state, DEFAULT_SETTING).filter(({ check }) => check === 'second-opinion');

  it.each([
    ['en', 'deepl and openai disagree: numbers, negation'],
    ['zh', 'deepl 和 openai 的译文不一致：数字，否定'],
  ] as const)('says in words what differs (%s)', async (lang, message) => {
    const [finding, ...more] = found(stateWith([FIRST, SECOND]));
    expect(more).toEqual([]);
    expect(finding?.severity).toBe('warning');
    const t = await createTranslate(lang);
    expect(finding === undefined ? '' : sayFinding(t, finding)).toBe(message);
  });

  it('is silent where both agree', () => {
    expect(found(stateWith([FIRST, { ...SECOND, text: '渡轮运送了35,000人。' }]))).toEqual([]);
  });

  it('is silent once somebody has signed', () => {
    expect(found(stateWith([FIRST, SECOND], true))).toEqual([]);
  });
});
