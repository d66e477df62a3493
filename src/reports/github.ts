/** Workflow commands: annotations on the lines of a pull request. */
import { LANGS, type Finding, type Severity } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { visibleLine } from '../core/safe-text.ts';
import { openIn, type Report, type ReportInput } from './report.ts';
import { besideLines, verdictLine } from './verdict-lines.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation(finding: Finding, { t, prefix }: ReportInput): string {
  const { place, check, key, severity } = finding;
  const title = key === undefined ? check : `${check} ${key}`;
  const properties = [
    ['file', prefix + place.file],
    ['line', String(place.line)],
    ['col', String(place.column)],
    ['title', visibleLine(title)],
  ].map(([name, value = '']) => `${name}=${escapeProperty(value)}`);
  const texts = LANGS.filter((lang) => finding[lang] !== undefined).map(
    (lang) => `${lang} ${visibleLine(finding[lang] ?? '')}`,
  );
  const message = [visibleLine(sayFinding(t, finding)), ...texts].join('\n');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}`;
}

/**
 * A line a finding: `::error file=…,line=…,col=…,title=…::message`, with both texts; then the verdict.
 * Escaping as in the runner's own toolkit (actions/toolkit, packages/core/src/command.ts).
 */
export const github: Report = {
  id: 'github',
  extensions: ['txt', 'log'],
  render: (input) => {
    const annotations = openIn(input.findings).map((finding) => annotation(finding, input));
    return `${[...annotations, ...besideLines(input), verdictLine(input)].join('\n')}\n`;
  },
};
