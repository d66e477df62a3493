import type { PairCheck } from './check.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/**
 * UTF-8 that was read as Windows-1252 (â€™, Ã©, Â£, ï»¿), bytes that were lost (U+FFFD, 锟斤拷),
 * characters of nobody's (private use), entities that nobody read.
 */
const SPOILT = new RegExp(
  [
    String.raw`â(?:€[™œ˜“”¦¢\u009d\u0080-\u00bf]?|\u0080[\u0080-\u00bf])`,
    String.raw`Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]`,
    String.raw`Â[\u0080-\u00bf]`,
    'ï»¿|ï¼[Œš‰›œŸ]|ã€[‚]',
    String.raw`[åäæçèé][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]{2}`,
    String.raw`\ufffd+|(?:锟斤拷)+|(?:烫烫|屯屯){2,}|锘縩|鈥[檚滃]`,
    String.raw`[\ue000-\uf8fe]+`,
    String.raw`&(?:nbsp|quot|apos|amp|lt|gt|[lr]dquo|[lr]squo|hellip|mdash|ndash|#\d{2,5}|#x[\da-f]{2,5});`,
  ].join('|'),
  'giu',
);
const ANY = /[âãïåäæçèéÂÃ\ufffd锟烫屯锘鈥\ue000-\uf8fe&]/i;

function look({ text }: SideText): Fault[] {
  if (!ANY.test(text)) return [];
  return [...text.matchAll(SPOILT)].map(({ 0: found, index: from }) => ({
    from,
    to: from + found.length,
  }));
}

/** Text that was read in the wrong encoding, or lost on the way. */
export const mojibake: PairCheck = {
  id: 'mojibake',
  severity: 'warning',
  group: 'language',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '他说不行', en: 'He said it canâ€™t be done' }],
    valid: [{ zh: '圣保罗咖啡馆', en: 'the São Paulo café' }],
  },
  run: lookAt(['zh', 'en'], look),
};
