/** Turns paragraphs that arrived in both languages into drafts of the article's segments. */
import { alignByLength } from '../core/align.ts';
import { parseArticle } from '../core/article.ts';
import type { Lang, Unit } from '../core/model.ts';
import type { DraftOperation } from '../core/operations.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText, sameText } from '../core/tags.ts';
import type { ImportedPair } from '../formats/intake/intake.ts';

export interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** A paragraph's segments as the article would cut them. */
function textsOf(markdown: string): string[] {
  return parseArticle('x', `${markdown}\n`).segments.map((segment) => segment.text);
}

/** Joins sentences as their language does. */
function join(sentences: readonly string[], lang: Lang): string {
  return sentences.join(lang === 'zh' ? '' : ' ');
}

/** The units from `from` on whose texts are the paragraph's, or none. */
function findRun(units: readonly Unit[], from: number, texts: readonly string[]): readonly Unit[] {
  for (let at = from; at + texts.length <= units.length; at += 1) {
    const run = units.slice(at, at + texts.length);
    if (run.every((unit, index) => sameText(unit.segment.text, texts[index] ?? ''))) return run;
  }
  return [];
}

function draftsOf(run: readonly Unit[], pair: ImportedPair): Map<Unit, string> {
  const targets = textsOf(pair.target);
  const drafts = new Map<Unit, string>();
  const beads = alignByLength(
    run.map((unit) => plainText(unit.segment.text).length),
    targets.map((text) => plainText(text).length),
  );
  let last: Unit | undefined;
  for (const bead of beads) {
    const text = join(
      bead.target.map((index) => targets[index] ?? ''),
      pair.targetLang,
    );
    // A sentence that only the translation has stays with the one before it: nothing is lost.
    const unit = run[bead.source[0] ?? -1] ?? last ?? run[0];
    if (unit === undefined || text === '') continue;
    const before = drafts.get(unit);
    drafts.set(unit, before === undefined ? text : join([before, text], pair.targetLang));
    last = unit;
  }
  return drafts;
}

/** One operation a segment that has a counterpart; segments with none stay untranslated. */
export function importedDrafts(
  state: ArticleState,
  pairs: readonly ImportedPair[],
  { at, by }: Stamp,
): DraftOperation[] {
  const operations: DraftOperation[] = [];
  let from = 0;
  for (const pair of pairs) {
    const run = findRun(state.units, from, textsOf(pair.source));
    const last = run.at(-1);
    if (last === undefined) continue;
    from = last.index + 1;
    for (const [{ key, segment }, text] of draftsOf(run, pair)) {
      if (segment.untranslatable) continue;
      const draft = { origin: 'imported', source: segment.text, text, at, by } as const;
      operations.push({ type: 'draft', key, at, by, draft });
    }
  }
  return operations;
}
