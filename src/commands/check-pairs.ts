/** What `check --pairs` finds in a file of pairs, with or without a workspace around. */
import { checkPairs } from '../checks/check-pair.ts';
import { checkWorkspace } from '../checks/check-article.ts';
import type { WorkspacePair } from '../checks/check.ts';
import { viewOf } from '../checks/pair-view.ts';
import { DEFAULT_SETTING, type CheckSetting, type Stage } from '../checks/setting.ts';
import { otherLang, type Finding, type Lang } from '../core/model.ts';
import { decode } from '../formats/intake/decode.ts';
import { readPairs, type PairRow, type ReadPairs } from '../formats/pairs.ts';
import type { Services } from '../services.ts';
import type { Looked } from './check-articles.ts';
import { openSetting } from './check-setting.ts';

export interface PairsRequest {
  readonly path: string;
  readonly stage: Stage;
  /** What a pair is translated into where its file does not say. */
  readonly target?: Lang;
  readonly isWanted: (finding: Finding) => boolean;
}

/** That of the workspace around, or the checks as they are by themselves. */
async function settingAround(services: Services, stage: Stage): Promise<CheckSetting> {
  if ((await services.findConfig()) === null) return DEFAULT_SETTING;
  return (await openSetting(services, await services.openWorkspace(), stage)).setting;
}

interface PairsFile {
  readonly path: string;
  readonly slug: string;
  readonly target: Lang;
  readonly setting: CheckSetting;
}

function workspacePair({ path, slug, target, setting }: PairsFile, row: PairRow): WorkspacePair {
  const { id, line, zh, en, source = otherLang(target) } = row;
  const facts = { kind: 'paragraph', headline: false, day: undefined } as const;
  const view = viewOf({ zh, en }, { ...facts, source, setting });
  return { slug, key: id, place: { file: path, line, column: 1 }, view, dismissed: [] };
}

function problemFindings(
  { problems }: ReadPairs,
  { path, slug }: PairsFile,
  { t }: Services,
): Finding[] {
  return problems.map(({ line, message, values }) => ({
    check: 'pairs-file',
    severity: 'error',
    slug,
    place: { file: path, line, column: 1 },
    values: { problem: t(message, values) },
  }));
}

function byLine(a: Finding, b: Finding): number {
  return a.place.line - b.place.line;
}

/** Looks at the pairs of a file. Throws UserError when it cannot be read. */
export async function checkPairsFile(
  services: Services,
  { path, stage, target = 'en', isWanted }: PairsRequest,
): Promise<Looked> {
  const setting = await settingAround(services, stage);
  const { text } = decode(await services.readInput(path), { name: path });
  const read = readPairs(text, path);
  const slug = path.replace(/^.*[\\/]/s, '');
  const file: PairsFile = { path, slug, target, setting };
  const pairs = read.pairs.map((row) => workspacePair(file, row));
  const ofPairs = checkPairs(
    pairs.map(({ view, key, place }) => ({ view, standing: { slug, key, place } })),
  );
  const findings = [
    ...problemFindings(read, file, services),
    ...ofPairs,
    ...checkWorkspace(pairs),
  ].sort(byLine);
  const count = read.pairs.length;
  return {
    findings: findings.filter(isWanted),
    checked: { what: 'pairs', count, slugs: count === 0 ? [] : [slug], mayBeNone: false },
    root: services.cwd,
  };
}
