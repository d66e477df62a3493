import { resolve } from 'node:path';
import type { MessageKey, Translate } from '../core/messages.ts';
import { simpleWidth } from '../review/text/simple-width.ts';
import { assess, type Assessment } from './assess.ts';
import { openSetting } from './check-setting.ts';
import { defineCommand } from './command.ts';
import { chooseSlugs, slugArguments } from './slugs.ts';
import { publishedStatus, sayPublished, type PublishedStatus } from './status-published.ts';

type Flags = {
  readonly json: boolean;
};

/** Findings that nobody has dismissed. */
function openFindings({ findings }: Pick<Assessment, 'findings'>): number {
  return findings.filter(({ dismissed }) => dismissed === undefined).length;
}

interface Column {
  readonly key: MessageKey;
  readonly value: (a: Assessment) => number;
  /** Left out where no article has any. */
  readonly rare?: true;
}

const COLUMNS: readonly Column[] = [
  { key: 'status.segments', value: ({ summary }) => summary.segments },
  { key: 'status.reviewed', value: ({ summary }) => summary.counts.reviewed },
  { key: 'status.draft', value: ({ summary }) => summary.counts.draft },
  { key: 'status.stale', value: ({ summary }) => summary.counts.stale },
  { key: 'status.changed', value: ({ summary }) => summary.counts.changed, rare: true },
  { key: 'status.conflict', value: ({ summary }) => summary.counts.conflict, rare: true },
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

/** An article with what is on the site of it. */
interface Row {
  readonly assessment: Assessment;
  readonly published: PublishedStatus;
}

/** The site has a column once something has been published. */
function siteCells(t: Translate, rows: readonly Row[]): string[][] {
  if (rows.every(({ published }) => published.status === 'never'))
    return [[], ...rows.map(() => [])];
  return [[t('status.site')], ...rows.map(({ published }) => [sayPublished(t, published)])];
}

function table(t: Translate, rows: readonly Row[]): string {
  const slugs = rows.map(({ assessment }) => assessment.summary.slug);
  const first = Math.max(widthOf(t('status.article')), ...slugs.map(widthOf));
  const columns = COLUMNS.filter(
    ({ rare, value }) => rare !== true || rows.some(({ assessment }) => value(assessment) > 0),
  );
  const heads = columns.map((column) => t(column.key));
  const site = siteCells(t, rows);
  const lines = [
    [t('status.article'), ...heads],
    ...rows.map(({ assessment }) => [
      assessment.summary.slug,
      ...columns.map((column) => String(column.value(assessment))),
    ]),
  ];
  return lines
    .map(([slug = '', ...cells], row) => {
      const left = slug + ' '.repeat(Math.max(0, first - widthOf(slug)));
      const figures = cells.map((cell, at) => pad(cell, widthOf(heads[at] ?? '')));
      return [left, ...figures, ...(site[row] ?? [])].join('  ');
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** The object that `status --json` prints for an article. */
function statusJson({ assessment, published }: Row) {
  const { summary, findings, outgoing } = assessment;
  return {
    ...summary,
    findings: openFindings({ findings }),
    publication: outgoing.publication,
    published,
  };
}

/** The status of every article as text. */
function statusText(t: Translate, rows: readonly Row[]): string {
  if (rows.length === 0) return `${t('status.empty')}\n`;
  return table(t, rows);
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
    const press = await services.openPress(workspace);
    const site = press.peekSite(resolve(workspace.root, open.config.publish.folder));
    const rows = assessments.map((assessment) => ({
      assessment,
      published: publishedStatus(press, site, assessment),
    }));
    const output = flags.json
      ? `${JSON.stringify({ articles: rows.map(statusJson) }, null, 2)}\n`
      : statusText(services.t, rows);
    return { output, exitCode: 0 };
  },
});
