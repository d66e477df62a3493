import type { Finding } from '../core/model.ts';
import { optionOf, type ArticleCheck, type CheckSubject } from './check.ts';
import { pairFinding, standingOf } from './finding.ts';
import { hitsOf } from './marks/faults.ts';
import { scriptSigns, type Script } from './marks/script.ts';
import { sideTexts } from './marks/side-text.ts';
import { scriptMix } from './script-mix.ts';

function rarer(total: Readonly<Record<Script, number>>): Script | null {
  if (total.Hans === 0 || total.Hant === 0) return null;
  return total.Hant > total.Hans ? 'Hans' : 'Hant';
}

/** Segments all in the script that the article is not in; those that mix have a finding of their own. */
function findings(subject: CheckSubject, check: ArticleCheck): Finding[] {
  const read = subject.judged.map((one) => ({ ...one, signs: scriptSigns(one.view.zh) }));
  const total = { Hans: 0, Hant: 0 };
  for (const { signs } of read) {
    total.Hans += signs.Hans.length;
    total.Hant += signs.Hant.length;
  }
  const wrong = rarer(total);
  if (wrong === null) return [];
  return read.flatMap(({ unit, view, signs }) => {
    if (signs[wrong === 'Hans' ? 'Hant' : 'Hans'].length > 0) return [];
    const { zh } = sideTexts(view);
    const faults = scriptSigns(zh.text)[wrong].map((at) => ({ from: at, to: at + 1 }));
    const standing = standingOf(subject, unit);
    return hitsOf(zh, faults).flatMap((hit) => pairFinding(check, view, hit, standing) ?? []);
  });
}

/** An article is in simplified or in traditional characters from end to end. */
export const scriptConsistent: ArticleCheck = {
  id: 'script.consistent',
  severity: 'warning',
  group: 'language',
  scope: 'article',
  run: (subject, check) => {
    const option: string = optionOf(subject.setting, scriptMix, 'script');
    return option === 'any' ? findings(subject, check) : [];
  },
};
