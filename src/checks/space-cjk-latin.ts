import { optionOf, type PairCheck, type PairView } from './check.ts';
import { boundaries, countGaps, majority, wrongGaps, type Gap } from './marks/boundaries.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

const ANY = /[\dA-Za-z]/;

function look(side: SideText, { setting }: PairView, check: PairCheck): Fault[] {
  if (!ANY.test(side.text)) return [];
  const all = boundaries(side);
  if (all.length === 0) return [];
  const option: Gap | 'consistent' = optionOf(setting, check, 'gap');
  const wanted = option === 'consistent' ? majority(countGaps(side.text, all)) : option;
  return wanted === null ? [] : wrongGaps(side, all, wanted);
}

/** Han characters and Latin ones are parted as the house has it, without a word from it in one way in a text. */
export const spaceCjkLatin: PairCheck = {
  id: 'space.cjk-latin',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  options: { gap: { fallback: 'consistent', allowed: ['consistent', 'none', 'thin', 'one'] } },
  scope: 'pair',
  examples: {
    invalid: [{ zh: '比GDP 增长', en: 'grew faster than GDP' }],
    valid: [{ zh: '增长5.3%，GDP增长', en: 'up 5.3 percent' }],
  },
  run: lookAt(['zh'], look),
};
