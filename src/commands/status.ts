import type { MessageKey, Translate } from '../core/messages.ts';
import type { ArticleSummary } from '../core/summary.ts';
import { simpleWidth } from '../review/text/simple-width.ts';
import { assess, type Assessment } from './assess.ts';
import { openSetting } from './check-setting.ts';
import { defineCommand } from './command.ts';
import { chooseSlugs, slugArguments } from './slugs.ts';

type Flags = {
  readonly json: boolean;
};

/** Findings that nobody has dismissed. */
function openFindings({ findings }: Pick<Assessment, 'findings'>): number {
  return findings.filter(({ dismissed }) => dismissed === undefined).length;
}

const COLUMNS: readonly { readonly key: MessageKey; readonly value: (a: Assessment) => number }[] =
  [
    { key: 'status.segments', value: ({ summary }) => summary.segments },
    { key: 'status.reviewed', value: ({ summary }) => summary.counts.reviewed },
    { key: 'status.draft', value: ({ summary }) => summary.counts.draft },
    {
      key: 'status.stale',
      value: ({ summary }) =>
        summary.counts.stale + summary.counts.changed + summary.counts.conflict,
    },
    { key: 'status.untranslated', value: ({ summary }) => summary.counts.untranslated },
    { key: 'status.words', value: ({ summary }) => summary.wordsLeft },
    { key: 'status.findings', value: openFindings },
  ];

/** Cells of a slug, a number or a word of the interface. */
function widthOf(text: string): number {
  return Math.max(simpleWidth(text, 1), 0);
}

function pad(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

function table(t: Translate, assessments: readonly Assessment[]): string {
  const slugs = assessments.map(({ summary }) => summary.slug);
  const first = Math.max(widthOf(t('status.article')), ...slugs.map(widthOf));
  const heads = COLUMNS.map((column) => t(column.key));
  const head = [t('status.article'), ...heads];
  const rows = assessments.map((assessment) => [
    assessment.summary.slug,
    ...COLUMNS.map((column) => String(column.value(assessment))),
  ]);
  return [head, ...rows]
    .map(([slug = '', ...cells]) => {
      const left = slug + ' '.repeat(Math.max(0, first - widthOf(slug)));
      return [left, ...cells.map((cell, at) => pad(cell, widthOf(heads[at] ?? '')))].join('  ');
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** The object that `status --json` prints for an article. */
export function statusJson({
  summary,
  findings,
}: Assessment): ArticleSummary & { findings: number } {
  return { ...summary, findings: openFindings({ findings }) };
}

/** The status of every article as text. */
export function statusText(t: Translate, assessments: readonly Assessment[]): string {
  if (assessments.length === 0) return `${t('status.empty')}\n`;
  return table(t, assessments);
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: { json: { kind: 'boolean', brief: t('flag.json'), default: false } },
    positional: slugArguments(t),
  }),
  run: async (services, flags, args) => {
    const open = await services.openWorkspace();
    const { workspace } = open;
    const setting = await openSetting(services, open);
    const assessments = await assess(workspace, await chooseSlugs(workspace, args), setting);
    const output = flags.json
      ? `${JSON.stringify({ articles: assessments.map(statusJson) }, null, 2)}\n`
      : statusText(services.t, assessments);
    return { output, exitCode: 0 };
  },
});
