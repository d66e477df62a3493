import { REPORT_IDS, REPORTS } from '../reports/index.ts';
import { verdictOf } from '../reports/report.ts';
import { checkWorkspace } from '../checks/check-article.ts';
import { assess, pairsOf } from './assess.ts';
import { openSetting } from './check-setting.ts';
import type { Finding } from '../core/model.ts';
import { TERMS_PATH } from '../core/paths.ts';
import type { Workspace } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { Services } from '../services.ts';
import { readTerms } from './drafting-terms.ts';
import { defineCommand } from './command.ts';
import { chooseSlugs, slugArguments } from './slugs.ts';

type Flags = {
  readonly json: boolean;
  readonly format: string;
};

function parseFormat(word: string): string {
  if (REPORT_IDS.includes(word)) return word;
  throw new Error(`expected one of ${REPORT_IDS.join(', ')}`);
}

/** What is wrong with the workspace as a whole: a clone that would merge its files line by line. */
async function checkClone({ git }: Services, root: string): Promise<Finding[]> {
  const line = await git.undefinedDriverLine(root);
  if (line === null) return [];
  const place = { file: '.gitattributes', line, column: 1 };
  return [{ check: 'merge-driver', severity: 'warning', slug: '', place, values: {} }];
}

/** Files that no article's check would ever look at. */
async function checkStrangers(workspace: Workspace): Promise<Finding[]> {
  const { articles, others } = await workspace.strangers();
  const finding = (check: string, file: string): Finding => {
    const place = { file, line: 1, column: 1 };
    return { check, severity: 'error', slug: '', place, values: {} };
  };
  return [
    ...articles.map((file) => finding('stray-article', file)),
    ...others.map((file) => finding('stray-file', file)),
  ];
}

/** Rows of the term base that no command can use. */
async function checkTerms(workspace: Workspace): Promise<Finding[]> {
  const { problems } = await readTerms(workspace);
  return problems.map(({ line, message }) => {
    const place = { file: TERMS_PATH, line, column: 1 };
    const problem = visibleLine(message).replace(`${TERMS_PATH}:${line}: `, '');
    return { check: 'term-file', severity: 'error', slug: '', place, values: { problem } };
  });
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: {
      format: {
        kind: 'parsed',
        parse: parseFormat,
        brief: t('check.flag.format'),
        default: 'human',
      },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: slugArguments(t),
  }),
  run: async (services, flags, args) => {
    const open = await services.openWorkspace();
    const { workspace } = open;
    const slugs = await chooseSlugs(workspace, args);
    const setting = await openSetting(services, open);
    const assessments = await assess(workspace, slugs, setting);
    const findings = [
      ...(await checkClone(services, workspace.root)),
      ...(args.length === 0 ? await checkStrangers(workspace) : []),
      ...(args.length === 0 ? await checkTerms(workspace) : []),
      ...assessments.flatMap((assessment) => assessment.findings),
      ...checkWorkspace(pairsOf(assessments, setting.setting)),
    ];
    const id = flags.json ? 'json' : flags.format;
    const report = REPORTS.find((candidate) => candidate.id === id) ?? REPORTS[0];
    const input = { t: services.t, findings, articles: slugs.length };
    return { output: report.render(input), exitCode: verdictOf(input) === 'clean' ? 0 : 1 };
  },
});
