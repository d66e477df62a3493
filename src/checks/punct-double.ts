import type { Lang } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { kindAt } from './marks/characters.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/** What stands twice, or cannot stand together; runs of points are `punct.ellipsis`. */
const RUNS: Readonly<Record<Lang, RegExp>> = {
  zh: /([，、；：,;])\1+|[，、；：](?=[。，、；：])|(?<!。)。。(?!。)|。(?=[，、；：])/g,
  en: /([,;，；、])\1+|[,，](?=[.;:。；：])|[;:；：](?=[,.，。])|(?<![./\s])\.\.(?![./])/g,
};

function look({ text, lang, isKept }: SideText): Fault[] {
  return [...text.matchAll(RUNS[lang])].flatMap(({ 0: run, index: from }) => {
    const to = from + run.length;
    const isOdd = kindAt(text, from - 1) === 'none' || isKept(from, to);
    if (isOdd) return [];
    // Of one mark repeated one stays; of two that differ which one is meant is for a person to say.
    const edits = run.length > 1 ? { edits: without(from + 1, to) } : {};
    return [{ from, to: run.length > 1 ? to : to + 1, ...edits }];
  });
}

/** No mark stands twice in a row. */
export const punctDouble: PairCheck = {
  id: 'punct.double',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '会议昨天结束，，没有结果。', en: 'The meeting ended.' }],
    valid: [{ zh: '会议昨天结束……没有结果。', en: 'The meeting ended...' }],
  },
  run: lookAt(['zh', 'en'], look),
};
