/** `duizhao checks --stats FILE`: false alarms on correct pairs, recall on errors seeded into them. */
import { createHash } from 'node:crypto';
import { checkPair } from '../checks/check-pair.ts';
import { plainView } from '../checks/plain-view.ts';
import type { CheckSetting } from '../checks/setting.ts';
import { measureChecks, type RunChecks } from '../checks/stats/measure.ts';
import { renderStats } from '../checks/stats/render.ts';
import { UserError } from '../core/errors.ts';
import { visibleLine } from '../core/safe-text.ts';
import { decodePairs, type PairRow } from '../formats/pairs.ts';
import type { Services } from '../services.ts';
import type { Term } from '../terms/model.ts';

export interface StatsRequest {
  readonly file: string;
  readonly seed: number;
  readonly sample?: number | undefined;
  readonly setting: CheckSetting;
  readonly terms: readonly Term[];
  readonly form: 'text' | 'markdown' | 'json';
}

/** Errors of a class: with so many the interval is some 4 points wide at worst. */
const MOST_SEEDS = 500;

/** The checks on plain pairs, as `check` runs them. */
export function runChecks(setting: CheckSetting): RunChecks {
  const standing = { slug: '', place: { file: '', line: 1, column: 1 } };
  return (pair, source) =>
    checkPair(plainView(pair, source, setting), standing).map(({ check, severity, values }) => {
      return { check, severity, about: JSON.stringify(values) };
    });
}

interface PairsFile {
  readonly pairs: readonly PairRow[];
  readonly notTaken: number;
  /** SHA-256 of its bytes: figures are of these data and no others. */
  readonly sha256: string;
}

async function readFile(services: Services, file: string): Promise<PairsFile> {
  const bytes = await services.readInput(file);
  const { pairs, problems } = decodePairs(bytes, file);
  for (const { line, message, values } of problems) {
    services.note(visibleLine(`${file}:${line}: ${services.t(message, values)}`));
  }
  if (pairs.length === 0) throw new UserError(`${file} holds no pair that could be measured.`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { pairs, notTaken: problems.length, sha256 };
}

/** @throws UserError when the file cannot be read or holds no pair */
export async function statsOf(services: Services, request: StatsRequest): Promise<string> {
  const { file, seed, sample, setting, terms, form } = request;
  const { pairs, notTaken, sha256 } = await readFile(services, file);
  const stats = measureChecks(pairs, runChecks(setting), {
    seed,
    ...(sample === undefined ? {} : { sample }),
    most: MOST_SEEDS,
    terms,
  });
  const day = services.clock().toISOString().slice(0, 10);
  if (form === 'json') {
    const facts = { file, sha256, day, version: services.version, notTaken };
    return `${JSON.stringify({ ...facts, ...stats }, null, 2)}\n`;
  }
  const name = visibleLine(file);
  const about = services.t('stats.about', {
    name,
    sha256: sha256.slice(0, 12),
    day,
    version: services.version,
  });
  return `${about}\n\n${renderStats(services.t, stats, { form })}`;
}
