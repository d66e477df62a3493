/** Reconcile against edits whose truth is known. `npm run bench -- reconcile <folder>` does it on other text. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/tags.ts';
import { parseArticle } from '../../../src/core/article.ts';
import { emptyScore, review, scoreArticles, scoreEdit } from '../../support/edit-score.ts';
import { EDITS, seeded } from '../../support/edit-scripts.ts';

const folder = new URL('../../../articles/', import.meta.url);

/** Paragraphs of the sample articles as plain text. */
function paragraphsOf(name: string): string[] {
  const article = parseArticle('x', readFileSync(new URL(name, folder), 'utf8'));
  return article.blocks
    .filter((block) => block.kind === 'paragraph')
    .map((block) =>
      article.segments
        .slice(block.segments.from, block.segments.to)
        .map((segment) => plainText(segment.text))
        .join(article.segments[block.segments.from]?.lang === 'zh' ? '' : ' '),
    );
}

const ARTICLES = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map(paragraphsOf);

describe('a thousand edit scripts', () => {
  const score = scoreArticles(ARTICLES, { seed: 20260918, scripts: 1000 });

  it('lose no reviewed target', () => {
    expect(score.scripts).toBe(1000);
    expect(score.lost).toBe(0);
  });

  it('never leave a changed sentence reviewed', () => {
    expect(score.falselyKept).toBe(0);
  });

  it('attach at most 0.2 % of the segments to a sentence they did not come from', () => {
    expect(score.wrong / score.segments).toBeLessThanOrEqual(0.002);
  });

  it('ask again for nothing that did not change', () => {
    expect(score.again / score.changed).toBeLessThanOrEqual(1.05);
  });
});

describe('each kind of edit', () => {
  it.each(Object.keys(EDITS))('%s: nothing lost, nothing on a wrong sentence', (name) => {
    const random = seeded(7);
    const score = emptyScore();
    for (const [index, paragraphs] of ARTICLES.entries()) {
      const reviewed = review(paragraphs);
      const foreign = ARTICLES[(index + 1) % ARTICLES.length] ?? [];
      for (let count = 0; count < 20; count += 1) {
        const edited = EDITS[name]?.(reviewed.document, random, foreign) ?? reviewed.document;
        scoreEdit(reviewed, edited, score);
      }
    }
    expect(score).toMatchObject({ lost: 0, wrong: 0, falselyKept: 0 });
  });
});
