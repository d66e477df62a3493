import type { Finding } from '../core/model.ts';
import { optionOf, type ArticleCheck, type CheckSubject, type JudgedUnit } from './check.ts';
import { pairFinding, standingOf } from './finding.ts';
import {
  boundaries,
  countGaps,
  majority,
  wrongGaps,
  type Boundary,
  type Gap,
} from './marks/boundaries.ts';
import { hitsOf } from './marks/faults.ts';
import { sideTexts } from './marks/side-text.ts';
import { spaceCjkLatin } from './space-cjk-latin.ts';

interface Read extends JudgedUnit {
  readonly all: readonly Boundary[];
  readonly count: Readonly<Record<Gap, number>>;
}

function read({ judged }: CheckSubject): Read[] {
  return judged.flatMap((one) => {
    const { zh } = sideTexts(one.view);
    const all = boundaries(zh);
    return all.length === 0 ? [] : [{ ...one, all, count: countGaps(zh.text, all) }];
  });
}

function sum(counts: readonly Readonly<Record<Gap, number>>[]): Record<Gap, number> {
  const total = { none: 0, thin: 0, one: 0 };
  for (const { none, thin, one } of counts) {
    total.none += none;
    total.thin += thin;
    total.one += one;
  }
  return total;
}

/** A segment that is of two minds in itself has a finding of its own. */
function findings(subject: CheckSubject, check: ArticleCheck): Finding[] {
  const all = read(subject);
  const wanted = majority(sum(all.map(({ count }) => count)));
  if (wanted === null) return [];
  return all.flatMap(({ unit, view, ...own }) => {
    if (majority(own.count) !== null) return [];
    const { zh } = sideTexts(view);
    const standing = standingOf(subject, unit);
    return hitsOf(zh, wrongGaps(zh, own.all, wanted)).flatMap(
      (hit) => pairFinding(check, view, hit, standing) ?? [],
    );
  });
}

/** An article parts Han and Latin characters in one way. */
export const spaceConsistent: ArticleCheck = {
  id: 'space.consistent',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'article',
  run: (subject, check) => {
    const option: string = optionOf(subject.setting, spaceCjkLatin, 'gap');
    return option === 'consistent' ? findings(subject, check) : [];
  },
};
