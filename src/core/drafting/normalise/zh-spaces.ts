/** White space in Chinese: the text is stored without, pages put the gap in. */
import { keptSpans, touchesKept } from './kept-spans.ts';
import { replaceIn, type LaidText } from './laid-text.ts';
import { FULL, HAN, SPACE } from './marks.ts';
import type { Rule } from './rule.ts';

const LATIN = '\\p{Script=Latin}\\p{N}';
const CHINESE = `[${HAN}${FULL}]`;
const SOFT = '“”‘’…—';

const BESIDE_HAN = new RegExp(
  `(?<=${HAN})${SPACE}+(?=[${LATIN}$€£¥])|(?<=[${LATIN}%‰°℃])${SPACE}+(?=${HAN})`,
  'gu',
);
const BESIDE_MARKS = new RegExp(
  `(?<=[${FULL}])${SPACE}+|${SPACE}+(?=[${FULL}])|(?<=${CHINESE})${SPACE}+(?=[${SOFT}])|(?<=[${SOFT}])${SPACE}+(?=${CHINESE})`,
  'gu',
);
const BETWEEN_HAN = new RegExp(`(?<=${HAN})${SPACE}+(?=${HAN})`, 'gu');
/** A line of names and what they did: its spaces keep them apart. */
export const BYLINE =
  /(?:记者|编辑|责编|作者|撰文|通讯员|摄影|翻译|校对|監製|記者|編輯|責編|通訊員|攝影|翻譯|校對)\s/u;

/** Without its spaces an address would swallow what follows. */
function close(laid: LaidText, pattern: RegExp): LaidText {
  const kept = keptSpans(laid.text);
  return replaceIn(laid, pattern, ({ index, 0: run }) =>
    touchesKept(kept, index, index + run.length) ? null : '',
  );
}

/** White space beside Han characters and full-width marks. */
export const spaces: Rule = (laid) => {
  const closed = close(close(laid, BESIDE_MARKS), BESIDE_HAN);
  return BYLINE.test(laid.text) ? closed : close(closed, BETWEEN_HAN);
};
