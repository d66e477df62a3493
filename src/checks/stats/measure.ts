/**
 * How good the checks are on a file of correct pairs: how often they flag them as they are (false
 * alarms), and which errors they find that are put into them (recall).
 */
import { otherLang, type Lang, type Severity } from '../../core/model.ts';
import type { Term } from '../../terms/model.ts';
import { seededRandom, shuffled } from '../seeding/random.ts';
import { ERROR_CLASSES, Seeder, type ErrorClass, type Seed } from '../seeding/seed.ts';
import { isRight } from './families.ts';
import { rateOf, type Rate } from './rate.ts';

export interface MeasuredPair {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly source?: Lang;
}

/** A finding as far as it counts. */
export interface MeasuredFinding {
  readonly check: string;
  readonly severity: Severity;
  /** What it says: two of one check that say the same are one. */
  readonly about: string;
}

export type RunChecks = (
  pair: { readonly zh: string; readonly en: string },
  source: Lang,
) => readonly MeasuredFinding[];

export interface StatsOptions {
  readonly seed: number;
  /** So many of the pairs, drawn by the seed; without it all. */
  readonly sample?: number;
  /** At most so many errors of each class. */
  readonly most: number;
  /** Only these sides are made wrong; without it both. */
  readonly sides?: readonly Lang[];
  readonly terms?: readonly Term[];
}

export interface CheckStats {
  readonly check: string;
  /** Correct pairs that it flags. */
  readonly flagged: Rate;
  /** Of them, those with an error. */
  readonly asError: number;
  readonly findings: number;
}

interface MissedSeed {
  readonly id: string;
  readonly side: Lang;
  readonly what: string;
}

export interface ClassStats {
  readonly class: ErrorClass;
  /** Errors found by a right check that says what it does not say of the correct pair. */
  readonly caught: Rate;
  /** Found as an error, which blocks. */
  readonly asError: Rate;
  /** By whatever check. */
  readonly byAny: Rate;
  readonly sides: Readonly<Record<Lang, Rate>>;
  /** The first that no right check found. */
  readonly missed: readonly MissedSeed[];
}

export interface ChecksStats {
  readonly pairs: number;
  readonly seed: number;
  readonly checks: readonly CheckStats[];
  readonly flagged: Rate;
  readonly blocking: Rate;
  /** On correct pairs. */
  readonly findings: number;
  readonly classes: readonly ClassStats[];
}

/** How many misses are told of a class. */
const TOLD = 20;

interface Trial {
  readonly pair: MeasuredPair;
  readonly seed: Seed;
  /** What no check says of the correct pair. */
  readonly fresh: readonly MeasuredFinding[];
}

/** The checks with what they said of correct pairs. */
class Run {
  private readonly known = new Map<string, readonly MeasuredFinding[]>();
  private readonly run: RunChecks;

  constructor(run: RunChecks) {
    this.run = run;
  }

  clean(pair: MeasuredPair, source: Lang): readonly MeasuredFinding[] {
    const name = `${source}\n${pair.zh}\n${pair.en}`;
    const before = this.known.get(name);
    if (before !== undefined) return before;
    const findings = this.run(pair, source);
    this.known.set(name, findings);
    return findings;
  }

  /** Each finding of the correct pair accounts for one of the wrong one. */
  fresh(pair: MeasuredPair, seed: Seed): readonly MeasuredFinding[] {
    const source = pair.source ?? otherLang(seed.side);
    const old = this.clean(pair, source).map(nameOf);
    return this.run(seed, source).filter((finding) => {
      const at = old.indexOf(nameOf(finding));
      if (at !== -1) old.splice(at, 1);
      return at === -1;
    });
  }
}

function nameOf({ check, about }: MeasuredFinding): string {
  return `${check}\n${about}`;
}

function checkStats(all: readonly (readonly MeasuredFinding[])[]): CheckStats[] {
  const ids = [...new Set(all.flat().map(({ check }) => check))];
  const stats = ids.map((check): CheckStats => {
    const own = all.map((findings) => findings.filter((finding) => finding.check === check));
    const flagged = own.filter((findings) => findings.length > 0);
    const errors = flagged.filter(hasError);
    return {
      check,
      flagged: rateOf(flagged.length, all.length),
      asError: errors.length,
      findings: own.flat().length,
    };
  });
  return stats.sort((a, b) => b.flagged.hits - a.flagged.hits || (a.check < b.check ? -1 : 1));
}

function hasError(findings: readonly MeasuredFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function classStats(errorClass: ErrorClass, trials: readonly Trial[]): ClassStats {
  const right = ({ fresh }: Trial) => fresh.filter(({ check }) => isRight(check, errorClass));
  const isCaught = (trial: Trial): boolean => right(trial).length > 0;
  const share = (some: readonly Trial[], test: (trial: Trial) => boolean): Rate =>
    rateOf(some.filter(test).length, some.length);
  const onSide = (side: Lang): Rate =>
    share(
      trials.filter(({ seed }) => seed.side === side),
      isCaught,
    );
  const missed = trials.filter((trial) => !isCaught(trial)).slice(0, TOLD);
  return {
    class: errorClass,
    caught: share(trials, isCaught),
    asError: share(trials, (trial) => hasError(right(trial))),
    byAny: share(trials, ({ fresh }) => fresh.length > 0),
    sides: { zh: onSide('zh'), en: onSide('en') },
    missed: missed.map(({ pair, seed }) => ({ id: pair.id, side: seed.side, what: seed.what })),
  };
}

/** Errors of a class, in pairs drawn by the seed: the same whatever else is measured. */
function* seedsOf(
  errorClass: ErrorClass,
  pairs: readonly MeasuredPair[],
  seeder: Seeder,
  { seed, sides }: StatsOptions,
): Generator<{ readonly pair: MeasuredPair; readonly seed: Seed }> {
  const order = [...pairs.keys()];
  for (const index of shuffled(order, seededRandom(seed, errorClass))) {
    const pair = pairs[index] as MeasuredPair;
    const random = seededRandom(seed, `${errorClass} ${index} ${pair.id}`);
    const made = seeder.seed(pair, errorClass, random, sides);
    if (made !== null) yield { pair, seed: made };
  }
}

/**
 * Measures checks on pairs that are taken to be correct.
 * @param run what the checks say of a pair
 * @returns the same for the same pairs, checks and options
 */
export function measureChecks(
  all: readonly MeasuredPair[],
  run: RunChecks,
  options: StatsOptions,
): ChecksStats {
  const drawn = shuffled(all, seededRandom(options.seed, 'sample'));
  const pairs = options.sample === undefined ? all : drawn.slice(0, options.sample);
  const seeder = new Seeder(all, options.terms);
  const runner = new Run(run);
  const clean = pairs.map((pair) => runner.clean(pair, pair.source ?? 'zh'));
  const classes = ERROR_CLASSES.map((errorClass) => {
    const trials: Trial[] = [];
    for (const made of seedsOf(errorClass, pairs, seeder, options)) {
      trials.push({ ...made, fresh: runner.fresh(made.pair, made.seed) });
      if (trials.length >= options.most) break;
    }
    return classStats(errorClass, trials);
  });
  return {
    pairs: pairs.length,
    seed: options.seed,
    checks: checkStats(clean),
    flagged: rateOf(clean.filter((findings) => findings.length > 0).length, pairs.length),
    blocking: rateOf(clean.filter(hasError).length, pairs.length),
    findings: clean.flat().length,
    classes,
  };
}
