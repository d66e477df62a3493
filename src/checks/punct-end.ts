import { LANGS, otherLang, type Lang, type Severity, type Span } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { endOf, type End, type EndMark } from './marks/end-marks.ts';
import { sideTexts, type SideText } from './marks/side-text.ts';

type Ends = Readonly<Record<Lang, End>>;

const SENTENCE_END: ReadonlySet<EndMark> = new Set(['stop', 'question', 'exclamation', 'ellipsis']);
/** Lines that need no mark: a headline has its own check. */
const BARE_KINDS = new Set(['field', 'heading', 'table-cell', 'caption']);
/** A text of so few characters is a remark. */
const SHORT = 12;

function ends(end: End): boolean {
  return [...end.marks].some((mark) => SENTENCE_END.has(mark));
}

/** The target lacks the mark that its source ends with. */
function isLost(
  view: PairView,
  { [view.source]: source, [otherLang(view.source)]: target }: Ends,
): boolean {
  return ends(source) && target.marks.has('none') && view[otherLang(view.source)].length > SHORT;
}

/**
 * A question that is none on the other side, or a mark that got lost, is a slip; one sentence ends with a
 * stop where the other exclaims or announces as translators like it.
 */
function severityOf(view: PairView, both: Ends): Severity {
  const isQuestion = LANGS.filter((lang) => both[lang].marks.has('question')).length === 1;
  if (isQuestion && LANGS.every((lang) => ends(both[lang]))) return 'warning';
  return isLost(view, both) ? 'warning' : 'note';
}

function spanOf(side: SideText, { at }: End): Span {
  return side.plainSpan({ from: at, to: Math.min(side.text.length, at + 1) });
}

function shown({ text }: SideText, { at }: End): string {
  return text.slice(Math.max(0, at - 2), at + 1);
}

function run(view: PairView): readonly Hit[] {
  if (view.headline || view.zh === '' || view.en === '') return [];
  const { zh, en } = sideTexts(view);
  const both: Ends = { zh: endOf(zh.text), en: endOf(en.text) };
  if ([...both.zh.marks].some((mark) => both.en.marks.has(mark))) return [];
  if (BARE_KINDS.has(view.kind) && LANGS.some((lang) => both[lang].marks.has('none'))) return [];
  return [
    {
      severity: severityOf(view, both),
      values: { zh: shown(zh, both.zh), en: shown(en, both.en) },
      spans: { zh: [spanOf(zh, both.zh)], en: [spanOf(en, both.en)] },
    },
  ];
}

/** Both sides end in a mark of the same class, seen through closing quotes and brackets. */
export const punctEnd: PairCheck = {
  id: 'punct.end',
  severity: 'warning',
  group: 'punctuation',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '会议何时举行？', en: 'The meeting will be held.' }],
    valid: [{ zh: '“我们准备好了！”他说。', en: '"We are ready!" he said.' }],
  },
  run,
};
