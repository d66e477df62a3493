/** What `check` finds in a workspace: in its articles, across them, and in its files as a whole. */
import { checkWorkspace } from '../checks/check-article.ts';
import type { Stage } from '../checks/setting.ts';
import type { Finding } from '../core/model.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { recordProblems } from '../core/published/problems.ts';
import type { Workspace } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { Checked, FixedText } from '../reports/report.ts';
import type { Services } from '../services.ts';
import { assessWithPairs, pairsOf } from './assess.ts';
import { changedSlugs, type Since } from './check-changed.ts';
import { fixArticles } from './check-fix.ts';
import { openSetting } from './check-setting.ts';
import { readTerms } from './read-terms.ts';
import { chooseSlugs } from './slugs.ts';

export interface ArticlesRequest {
  readonly args: readonly string[];
  readonly stage: Stage;
  /** Names a commit; '' the usual one. Only articles that have changed since are reported. */
  readonly changed?: string;
  readonly fix: boolean;
  readonly isWanted: (finding: Finding) => boolean;
}

export interface Looked {
  readonly findings: readonly Finding[];
  readonly checked: Checked;
  /** The folder that places are relative to, absolute. */
  readonly root: string;
  readonly fixed?: readonly FixedText[];
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

/** Lines of records of publications that nobody can read. */
async function checkRecords(
  services: Services,
  workspace: Workspace,
  slugs: readonly string[],
): Promise<Finding[]> {
  const press = await services.openPress(workspace);
  return slugs.flatMap((slug) => recordProblems(slug, press.record(slug)));
}

/** The workspace itself, where no articles are named. */
async function checkWhole(workspace: Workspace): Promise<Finding[]> {
  return [...(await checkStrangers(workspace)), ...(await checkTerms(workspace))];
}

function checkedOf(all: readonly string[], slugs: readonly string[], since: Since | null): Checked {
  const common = { what: 'articles', count: slugs.length, slugs } as const;
  if (since === null) return { ...common, mayBeNone: false };
  return { ...common, mayBeNone: all.length > 0, since: since.name, of: all.length };
}

function chosenOf(all: readonly string[], since: Since | null): readonly string[] {
  const changed = since?.slugs ?? null;
  return changed === null ? all : all.filter((slug) => changed.has(slug));
}

/** Looks at the articles named, or at all. Throws UserError as what it uses does. */
export async function checkArticles(
  services: Services,
  { args, stage, changed, fix, isWanted }: ArticlesRequest,
): Promise<Looked> {
  const open = await services.openWorkspace();
  const { workspace } = open;
  const { root } = workspace;
  const all = await chooseSlugs(workspace, args);
  const setting = await openSetting(services, open, stage);
  const since = changed === undefined ? null : changedSlugs(services.git, root, changed);
  const slugs = chosenOf(all, since);
  const fixing = { slugs, setting: setting.setting, isWanted };
  const fixed = fix ? { fixed: await fixArticles(services, open, fixing) } : {};
  // Checks across articles need all of them, however few are reported.
  const assessments = await assessWithPairs(workspace, all, setting);
  const ofArticles = [
    ...assessments.flatMap((assessment) => assessment.findings),
    ...checkWorkspace(pairsOf(assessments, setting.setting)),
  ];
  const reported = new Set(slugs);
  const findings = [
    ...(await checkClone(services, root)),
    ...(args.length === 0 ? await checkWhole(workspace) : []),
    ...(await checkRecords(services, workspace, slugs)),
    ...ofArticles.filter(({ slug }) => reported.has(slug)),
  ];
  const checked = checkedOf(all, slugs, since);
  return { findings: findings.filter(isWanted), root, ...fixed, checked };
}
