/** Articles of a few paragraphs, each sentence with its target, as the article checks see them. */
import { checkArticle, checkWorkspace, workspacePairs } from '../../src/checks/check-article.ts';
import { createSetting, DEFAULT_SETTING, type CheckSetting } from '../../src/checks/setting.ts';
import { buildState } from '../../src/core/load.ts';
import type { Finding } from '../../src/core/model.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { parseTerms } from '../../src/terms/term-file.ts';

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
  // In the article's order: a sentence may stand in it twice.
  const targets = paragraphs.flat();
  const lines = buildState(files).units.map(({ key, segment }, index) => {
    const draft = { origin: 'person', by: 'lin', source: segment.text, text: targets[index]?.[1] };
    return JSON.stringify({ key, drafts: [{ ...draft, at: '2026-01-01T00:00:00.000Z' }] });
  });
  if (lines.length !== targets.length) throw new Error(`${lines.length} sentences in the article`);
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

/** What a check says of articles that stand beside each other. */
export function findingsAcross(states: readonly ArticleState[], id: string): Finding[] {
  const pairs = states.flatMap((state) => workspacePairs(state, DEFAULT_SETTING));
  return checkWorkspace(pairs).filter(({ check }) => check === id);
}

/** The setting of a workspace with a term base, as lines of `terms.csv` with its header. */
export function settingWith(terms: readonly string[]): CheckSetting {
  const none = { severity: {} };
  const stages = { draft: none, publish: none };
  return createSetting({
    config: { style: 'newspaper', severity: {}, options: {}, zh: none, en: none, stages },
    terms: parseTerms(terms.map((line) => `${line}\n`).join(''), 'terms.csv').terms,
    stage: 'publish',
    today: '2026-01-01',
  });
}
