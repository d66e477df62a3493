/** A comment for a pull request: the verdict, how many of what, and per article both texts side by side. */
import type { Finding } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { escapeMarkdown, markedMarkdown } from './markdown-text.ts';
import { countSeverities, openIn, verdictOf, type Report, type ReportInput } from './report.ts';
import { besideLines, verdictLine } from './verdict-lines.ts';

/** Forges take 65,536 characters in a comment. */
const MOST_CHARACTERS = 65_000;

/** A comment is found again by its first line, to be written anew. */
const MARK = '<!-- duizhao check -->';

function severityTable({ t, findings }: ReportInput): string {
  const counts = countSeverities(findings);
  const rows = (['error', 'warning', 'note'] as const).map(
    (severity) => `| ${t(`severity.${severity}`)} | ${counts[severity]} |`,
  );
  return [`| ${t('report.severity')} | ${t('report.number')} |`, '| --- | ---: |', ...rows].join(
    '\n',
  );
}

function row(finding: Finding, { t }: ReportInput): string {
  const { place, key, check, severity, zh = '', en = '', spans = {} } = finding;
  const where = escapeMarkdown(`${place.file}:${place.line}${key === undefined ? '' : ` ${key}`}`);
  const what = escapeMarkdown(`${t(`severity.${severity}`)} ${check}: ${sayFinding(t, finding)}`);
  const texts = [markedMarkdown(zh, spans.zh), markedMarkdown(en, spans.en)];
  return `| ${[`${what}<br>${where}`, ...texts].join(' | ')} |`;
}

interface Section {
  readonly head: string;
  readonly rows: readonly string[];
}

function sectionsOf(input: ReportInput): Section[] {
  const { t, findings } = input;
  const groups = Map.groupBy(openIn(findings), ({ slug }) => slug);
  const columns = `| ${t('report.finding')} | zh | en |\n| --- | --- | --- |`;
  return [...groups].map(([slug, group]) => ({
    head: `### ${slug === '' ? t('report.workspace') : escapeMarkdown(slug)}\n\n${columns}`,
    rows: group.map((finding) => row(finding, input)),
  }));
}

interface Fitted {
  readonly text: string;
  readonly left: number;
}

/** As many rows as there is room for; a row is in whole or not at all. */
function fit(sections: readonly Section[], room: number): Fitted {
  const parts: string[] = [];
  let used = 0;
  let left = 0;
  for (const { head, rows } of sections) {
    let opened = false;
    for (const line of rows) {
      const text = opened ? `\n${line}` : `\n\n${head}\n${line}`;
      if (left > 0 || used + text.length > room) {
        left += 1;
        continue;
      }
      opened = true;
      used += text.length;
      parts.push(text);
    }
  }
  return { text: parts.join(''), left };
}

export const markdown: Report = {
  id: 'markdown',
  extensions: ['md'],
  render: (input) => {
    const { t } = input;
    const sign = verdictOf(input) === 'clean' ? '✅' : '❌';
    const beside = besideLines(input).map((line) => `- ${escapeMarkdown(line)}`);
    // A long list beside is cut too: the verdict and the rows say more.
    const shown = beside.slice(0, 50);
    const head = [
      MARK,
      `## ${sign} duizhao`,
      escapeMarkdown(verdictLine(input)),
      ...(openIn(input.findings).length === 0 ? [] : [severityTable(input)]),
      ...(shown.length === 0 ? [] : [shown.join('\n')]),
    ].join('\n\n');
    const note = (number: number): string => `\n\n${t('report.left', { number })}`;
    const room = MOST_CHARACTERS - head.length - note(input.findings.length).length - 1;
    const { text, left } = fit(sectionsOf(input), room);
    return `${head}${text}${left === 0 ? '' : note(left)}\n`;
  },
};
