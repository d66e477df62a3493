/** Articles of a few paragraphs, each sentence with its target, as the article checks see them. */
import { checkArticle } from '../../src/checks/check-article.ts';
import { DEFAULT_SETTING, type CheckSetting } from '../../src/checks/setting.ts';
import { buildState } from '../../src/core/load.ts';
import type { Finding } from '../../src/core/model.ts';
import type { ArticleState } from '../../src/core/state.ts';

/** A sentence and its target; in the article's order, one list a paragraph. */
export type Sentences = readonly (readonly [source: string, target: string])[];

/** An article whose targets are a person's drafts. */
export function articleOf(paragraphs: readonly Sentences[], slug = 'tide'): ArticleState {
  const gap = (text: string) => (/[。！？”」]$/u.test(text) ? '' : ' ');
  const article = paragraphs
    .map((sentences) =>
      sentences
        .map(([source]) => source + gap(source))
        .join('')
        .trim(),
    )
    .join('\n\n');
  const files = { slug, article: `${article}\n`, zh: null, en: null, review: null };
  const targets = new Map(paragraphs.flat());
  const lines = buildState(files).units.flatMap(({ key, segment }) => {
    const text = targets.get(segment.text);
    if (text === undefined) throw new Error(`no target for ${segment.text}`);
    const draft = { origin: 'person', by: 'lin', source: segment.text, text };
    return [JSON.stringify({ key, drafts: [{ ...draft, at: '2026-01-01T00:00:00.000Z' }] })];
  });
  return buildState({ ...files, review: lines.map((line) => `${line}\n`).join('') });
}

/** What a check says of an article. */
export function findingsIn(
  state: ArticleState,
  id: string,
  setting: CheckSetting = DEFAULT_SETTING,
): Finding[] {
  return checkArticle(state, setting).filter(({ check }) => check === id);
}
