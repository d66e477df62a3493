/**
 * The checks on files of correct pairs, beside pofilter where the machine has it: how often they flag
 * correct pairs, which seeded errors they find, and what they cost.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createSetting, DEFAULT_SETTING, type CheckSetting } from '../../src/checks/setting.ts';
import {
  measureChecks,
  type ChecksStats,
  type MeasuredFinding,
  type RunChecks,
} from '../../src/checks/stats/measure.ts';
import { checkPairs } from '../../src/checks/check-pair.ts';
import { plainView } from '../../src/checks/plain-view.ts';
import { runChecks } from '../../src/commands/checks-stats.ts';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { LANGS, otherLang, type Lang } from '../../src/core/model.ts';
import { textTable } from '../../src/core/table.ts';
import { decodePairs, type PairRow } from '../../src/formats/pairs.ts';
import { median } from './measure.ts';
import { hasPofilter, runPofilter } from './pofilter.ts';

const SAMPLE = 1000;
const SEEDS = 200;
const TIMED = 10_000;
const RUNS = 3;

/** pofilter's tests by our words for what they look at: then the same errors are theirs to find. */
const OURS: Readonly<Record<string, string>> = {
  numbers: 'num.value',
  doublequoting: 'quote.count',
  singlequoting: 'quote.count',
  endpunc: 'punct.end',
  startpunc: 'punct.start',
  puncspacing: 'punct.width',
  purepunc: 'punct.pure',
  brackets: 'punct.brackets',
  doublewords: 'dup.word',
  doublespacing: 'space.double',
  startwhitespace: 'space.trim',
  endwhitespace: 'space.trim',
  urls: 'url',
  emails: 'email',
  sentencecount: 'sent.count',
  long: 'length.ratio',
  short: 'length.ratio',
  unchanged: 'lang.untranslated',
  untranslated: 'lang.untranslated',
  xmltags: 'tag',
  variables: 'placeholder',
  printf: 'placeholder',
  pythonbraceformat: 'placeholder',
  acronyms: 'name.acronyms',
  notranslatewords: 'term.use',
  musttranslatewords: 'term.use',
};
/** Failures that it calls critical. */
const CRITICAL = new Set(
  'escapes newlines tabs printf pythonbraceformat variables xmltags dialogsizes nplurals'.split(
    ' ',
  ),
);

function findingOf(test: string): MeasuredFinding {
  const severity = CRITICAL.has(test) ? 'error' : 'warning';
  return { check: OURS[test] ?? `pofilter.${test}`, severity, about: test };
}

interface Direction {
  readonly pairs: readonly PairRow[];
  readonly source: Lang;
}

function measure({ pairs, source }: Direction, run: RunChecks): ChecksStats {
  const rows = pairs.map((pair) => ({ ...pair, source }));
  const sides = [otherLang(source)];
  return measureChecks(rows, run, { seed: 1, sample: SAMPLE, most: SEEDS, sides });
}

/** It takes files, so what is asked is noted first, answered at once and looked up then. */
function measurePofilter(direction: Direction): ChecksStats {
  const asked = new Map<string, { readonly zh: string; readonly en: string }>();
  const nameOf = ({ zh, en }: { zh: string; en: string }): string => `${zh}\n${en}`;
  measure(direction, (pair) => {
    asked.set(nameOf(pair), pair);
    return [];
  });
  const answers = runPofilter([...asked.values()], direction.source);
  const failures = new Map([...asked.keys()].map((name, index) => [name, answers[index] ?? []]));
  return measure(direction, (pair) => (failures.get(nameOf(pair)) ?? []).map(findingOf));
}

function percent(share: number, of: number): string {
  return of === 0 ? '-' : `${(100 * share).toFixed(1)}%`;
}

interface Measured {
  readonly name: string;
  readonly stats: ChecksStats;
}

function alarmRows({ name, stats }: Measured, only: readonly string[]): string[][] {
  const { pairs, flagged, blocking, findings } = stats;
  const per = (findings / Math.max(1, pairs)).toFixed(2);
  const error = percent(blocking.share, pairs);
  const all = [name, percent(flagged.share, pairs), error, per];
  const single = stats.checks
    .filter(({ check }) => only.includes(check))
    .map((one) => [`  ${one.check} alone`, percent(one.flagged.share, pairs), '', '']);
  return [all, ...single];
}

const RIGHT = { right: true };

function printDirection(direction: Direction, measured: readonly Measured[]): void {
  const { source, pairs } = direction;
  const size = Math.min(SAMPLE, pairs.length);
  console.log(`\n${source} → ${otherLang(source)}: ${size} correct pairs`);
  const alarmColumns = [
    { title: '' },
    ...['pairs flagged', 'error or critical', 'findings a pair'].map((title) => ({
      title,
      ...RIGHT,
    })),
  ];
  const alarms = measured.flatMap((one) => alarmRows(one, ['num.value']));
  console.log(textTable(alarmColumns, alarms).join('\n'));
  console.log('\nseeded errors found by a right check, and by any');
  const columns = [
    { title: '' },
    { title: 'seeded', ...RIGHT },
    ...measured.flatMap(({ name }) => [
      { title: name, ...RIGHT },
      { title: 'any', ...RIGHT },
    ]),
  ];
  const classes = measured[0]?.stats.classes ?? [];
  const rows = classes
    .filter(({ caught }) => caught.of > 0)
    .map((first) => {
      const cells = measured.flatMap(({ stats }) => {
        const own = stats.classes.find((each) => each.class === first.class) ?? first;
        return [percent(own.caught.share, 1), percent(own.byAny.share, 1)];
      });
      return [first.class, String(first.caught.of), ...cells];
    });
  console.log(textTable(columns, rows).join('\n'));
}

/** Processor time, user and system, milliseconds; the middle of several runs. */
function cpuOf(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times);
}

/** What is known of a pair is known by its setting: a new one forgets. */
function freshSetting(): CheckSetting {
  const { checks: config } = DEFAULT_CONFIG;
  return createSetting({ config, terms: [], stage: 'publish', today: '2000-01-01' });
}

function printCost(pairs: readonly PairRow[]): void {
  const rounds = Math.ceil(TIMED / pairs.length);
  const many = Array.from({ length: rounds }, () => pairs);
  const each = (work: (pair: PairRow) => void): void => {
    let left = TIMED;
    for (const round of many) for (const pair of round) if (left-- > 0) work(pair);
  };
  const words = {
    zh: new Intl.Segmenter('zh', { granularity: 'word' }),
    en: new Intl.Segmenter('en', { granularity: 'word' }),
  };
  const reference = cpuOf(() =>
    each((pair) => LANGS.forEach((lang) => void [...words[lang].segment(pair[lang])].length)),
  );
  const standing = { slug: '', place: { file: '', line: 1, column: 1 } };
  const ours = cpuOf(() => {
    for (const round of many) {
      const setting = freshSetting();
      checkPairs(round.map((pair) => ({ view: plainView(pair, 'zh', setting), standing })));
    }
  });
  const all = rounds * pairs.length;
  const own = (ours * TIMED) / all;
  console.log(`\n${TIMED} pairs, processor time (middle of ${RUNS})`);
  const rows = [
    ['Intl.Segmenter, words of both sides', `${reference.toFixed(0)} ms`, '1.00x'],
    ['all checks of a pair', `${own.toFixed(0)} ms`, `${(own / reference).toFixed(2)}x`],
  ];
  console.log(
    textTable([{ title: '' }, { title: 'cpu', ...RIGHT }, { title: 'ratio', ...RIGHT }], rows).join(
      '\n',
    ),
  );
}

export function benchChecks(...files: string[]): void {
  if (files.length === 0)
    throw new Error('name a file of correct pairs: npm run bench -- checks <file…>');
  const withPofilter = hasPofilter();
  if (!withPofilter) console.log('pofilter (Debian: translate-toolkit) is not there: ours alone');
  for (const file of files) {
    const { pairs } = decodePairs(readFileSync(file), file);
    console.log(`\n${basename(file)}`);
    for (const source of LANGS) {
      const direction = { pairs, source };
      const ours = { name: 'duizhao', stats: measure(direction, runChecks(DEFAULT_SETTING)) };
      const theirs = withPofilter ? [{ name: 'pofilter', stats: measurePofilter(direction) }] : [];
      printDirection(direction, [ours, ...theirs]);
    }
    printCost(pairs);
  }
}
