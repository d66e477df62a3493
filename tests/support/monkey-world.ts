/** What happens to a review from outside, and the articles that a monkey works on. */
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import type { Event } from '../../src/review/event.ts';
import { isRunning } from '../../src/review/job.ts';
import type { ReviewState } from '../../src/review/state.ts';
import { article, type Desk, RIVER } from '../review/desk.ts';
import type { Happening } from './monkey.ts';

const TIDE = `---
title: 港口的灯
---

The tide turned at 7. The tide turned at 9. Nobody slept in **the harbour**.

The mayor agreed to the plan. A [boat](https://example.org/boat) left at dawn, and with it the last of those who had waited on the quay since the storm of the week before.

河水一夜上涨两米。渡口的灯还亮着，没有人知道船什么时候回来。

- 第一条：\`stop\`。
- "Second" item — with a dash…

2024
`;
const OLD =
  '---\ntitle: 旧闻\n---\n\nThe tide turned at 8.\n\nThe mayor did not agree to the plan.\n';
const AT = '2024-04-01T08:00:00.000Z';

export const ARTICLE_FILES = {
  'articles/tide.md': TIDE,
  'articles/old.md': OLD,
  'articles/river.md': RIVER,
};
export const TERMS = 'zh,en\n潮水,tide\n市长,mayor\n港口,harbour\n';
export const CEDICT =
  '潮水 潮水 [chao2 shui3] /tide/\n同意 同意 [tong2 yi4] /to agree/to consent/\n';

const OLD_TARGETS: Readonly<Record<string, string>> = {
  'The tide turned at 8.': '潮水八点转向。',
  'The mayor did not agree to the plan.': '市长不同意该计划。',
};

/** Three articles: one to work on, one with approved pairs, one small one. */
export function monkeyArticles(signOffs: number): readonly ArticleState[] {
  const state = article('old', OLD, [], signOffs);
  const signed = state.units.flatMap(({ key, segment }): Operation[] => {
    const zh = OLD_TARGETS[segment.text];
    if (zh === undefined) return [];
    const pair = { zh, en: segment.text, source: 'en' } as const;
    return ['lin', 'an'].map((by) => ({ type: 'sign-off', key, at: AT, by, ...pair }));
  });
  return [
    article('tide', TIDE, [], signOffs),
    article('old', OLD, signed, signOffs),
    article('river', RIVER, [], signOffs),
  ];
}

export interface Scene {
  readonly name: Happening;
  /** A number that chooses what it happens to. */
  readonly pick: number;
  readonly desk: Desk;
  readonly state: ReviewState;
  readonly tick: () => string;
}

const DEEDS = ['sign-off', 'draft', 'omit', 'note', 'correct-source', 'assign'] as const;

/** Somebody else does something to a segment. */
function deedOf({ pick, tick }: Scene, key: string, source: string): Operation {
  const stamp = { key, at: tick(), by: 'lin' };
  const type = DEEDS[pick % DEEDS.length];
  const text = `别人的译文${pick % 97}`;
  switch (type) {
    case 'draft':
      return { type, ...stamp, draft: { origin: 'engine:deepl', source, text, at: stamp.at } };
    case 'omit':
      return { type, ...stamp, reason: '不需要', source };
    case 'note':
      return { type, ...stamp, text: `看一下${pick % 7}` };
    case 'assign':
      return { type, ...stamp, to: pick % 2 === 0 ? 'mei' : null };
    case 'correct-source':
      return { type, ...stamp, before: source, after: `${source} ${pick % 13}` };
    default:
      return { type: 'sign-off', ...stamp, source: 'en', zh: text, en: source };
  }
}

function others(scene: Scene): readonly Event[] {
  const { desk, state, pick } = scene;
  const slug = state.session?.slug ?? 'tide';
  const { units } = desk.article(slug);
  const workable = units.filter(({ key, segment, status }) => {
    return key !== '' && segment.lang === 'en' && status !== 'untranslatable';
  });
  const unit = workable[Math.floor(pick / 7) % workable.length];
  if (unit === undefined) return [];
  const operation = deedOf(scene, unit.key, unit.segment.text);
  desk.meanwhile(slug, [operation]);
  return [{ type: 'changed-on-disk', slugs: pick % 3 === 0 ? null : [slug] }];
}

function outside({ desk, pick, tick }: Scene): readonly Event[] {
  const asked = desk.jobs.at(-1);
  if (asked?.type !== 'external-edit') return [];
  if (pick % 4 === 0) return [{ type: 'external-failed', reason: 'It ended with 1.' }];
  const text = ['', asked.text, `${asked.text}外面\n写的`, '\u001b[2J'][pick % 4] ?? '';
  return [{ type: 'external-edited', key: asked.key, text, at: tick() }];
}

function job(scene: Scene): readonly Event[] {
  const { state, pick } = scene;
  if (!isRunning(state.job)) return outside(scene);
  const text = `第 ${pick % 9} 步\u001b[2J`;
  const events: readonly Event[] = [
    { type: 'job-progress', text, done: pick % 9, total: 9 },
    { type: 'job-progress', text, done: null, total: null },
    { type: 'job-note', text },
    { type: 'job-question', text },
    { type: 'job-done', exitCode: pick % 3, lines: [text, '', '长'.repeat(300)] },
    { type: 'job-failed', reason: text },
  ];
  return events.slice(pick % events.length, (pick % events.length) + 1);
}

/** What is told to the review. */
export function happen(scene: Scene): readonly Event[] {
  switch (scene.name) {
    case 'others':
      return others(scene);
    case 'job':
      return job(scene);
    case 'full-disk':
      return [{ type: 'retry' }];
    case 'ambiguous':
      return [{ type: 'terminal', ambiguousWide: true }];
    default:
      return [{ type: 'terminate', at: scene.tick() }];
  }
}
