import { markedPieces } from '../core/marked-text.ts';
import { LANGS, type Finding, type Lang } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { visibleLine } from '../core/safe-text.ts';
import { openIn, type FixedText, type Report, type ReportInput } from './report.ts';
import { besideLines, verdictLine } from './verdict-lines.ts';

/** Underlined and bold; the sign of a place where something lacks has nothing to underline. */
function styledMark(text: string): string {
  return `\u001b[1;4m${text === '' ? '‸' : text}\u001b[22;24m`;
}

/** A character that is shown as `⟦U+202E⟧` is marked as it is. */
function plainMark(text: string): string {
  return /^⟦[^⟦⟧]*⟧$/.test(text) ? text : `⟦${text}⟧`;
}

function markedLine(finding: Finding, lang: Lang, styled: boolean): string {
  const mark = styled ? styledMark : plainMark;
  return markedPieces(finding[lang] ?? '', finding.spans?.[lang])
    .map(({ text, marked }) => (marked ? mark(visibleLine(text)) : visibleLine(text)))
    .join('');
}

function lines(finding: Finding, { t, styled }: ReportInput): string[] {
  const { file, line, column } = finding.place;
  const severity = t(`severity.${finding.severity}`);
  const key = finding.key === undefined ? '' : ` ${finding.key}`;
  const head = `${file}:${line}:${column} ${severity} ${finding.check}${key}: ${sayFinding(t, finding)}`;
  const texts = LANGS.filter((lang) => finding[lang] !== undefined);
  return [
    `  ${visibleLine(head)}`,
    ...texts.map((lang) => `      ${lang} ${markedLine(finding, lang, styled)}`),
  ];
}

function fixedLines(fixed: readonly FixedText[], t: ReportInput['t']): string {
  return fixed
    .flatMap(({ slug, key, check, lang, before, after, signed }) => [
      t(signed ? 'report.fixed.signed' : 'report.fixed.draft', { slug, key, check }),
      `  ${lang} ${before}`,
      `  ${lang} ${after}`,
    ])
    .map(visibleLine)
    .join('\n');
}

/** A finding a paragraph, grouped by article, both texts with the places marked; the verdict as last line. */
export const human: Report = {
  id: 'human',
  extensions: ['txt', 'log'],
  render: (input) => {
    const { t, findings, fixed = [] } = input;
    const groups = Map.groupBy(openIn(findings), (finding) => finding.slug);
    const blocks = [...groups].map(([slug, group]) =>
      [
        // What concerns the workspace as a whole stands under no article.
        ...(slug === '' ? [] : [visibleLine(slug)]),
        ...group.flatMap((finding) => lines(finding, input)),
      ].join('\n'),
    );
    const beside = besideLines(input).join('\n');
    const parts = [fixedLines(fixed, t), ...blocks, beside, verdictLine(input)];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};
