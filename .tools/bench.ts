/**
 * `npm run bench [suite …]`: ratios to fixed references of the same run. Nothing is asserted.
 * `npm run bench -- segmentation <cases.json>`: how well a file of cases is cut.
 * `npm run bench -- reconcile [folder] [seed]`: edit scripts on a folder of articles.
 * `npm run bench -- checks <pairs-file …>`: false alarms, recall and cost, beside pofilter.
 * `npm run bench -- translate [folder]`: a newsroom's run; or the estimate for a folder of articles.
 * `npm run bench -- publish [articles] [pdf]`: a whole site, beside Eleventy on the same Markdown.
 * `npm run bench -- monkey [runs] [seed]`: reviews by random keys on a terminal.
 * `npm run bench -- kill [runs] [seed]`: reviews killed at random instants.
 */
import { benchCheck } from './bench/check.ts';
import { benchChecks } from './bench/checks.ts';
import { benchKill } from './bench/kill.ts';
import { benchMemory } from './bench/memory.ts';
import { benchMonkey } from './bench/monkey.ts';
import { benchPublish } from './bench/publish.ts';
import { benchReconcile } from './bench/reconcile.ts';
import { benchReview } from './bench/review.ts';
import { benchSegmentation } from './bench/segmentation.ts';
import { benchStart } from './bench/start.ts';
import { benchTerms } from './bench/terms.ts';
import { benchTranslate } from './bench/translate.ts';
import { run } from './run.ts';

type Suite = (...args: string[]) => void | Promise<void>;

/** Run together when none is named. */
const SUITES: Readonly<Record<string, Suite>> = {
  start: benchStart,
  check: benchCheck,
  review: benchReview,
  reconcile: benchReconcile,
  memory: benchMemory,
  terms: benchTerms,
  translate: benchTranslate,
};

/** Suites that need something to work on, or minutes. */
const ON_FILES: Readonly<Record<string, Suite>> = {
  segmentation: benchSegmentation,
  checks: benchChecks,
  kill: benchKill,
  publish: benchPublish,
  monkey: benchMonkey,
};

const [name, ...rest] = process.argv.slice(2);
const suite = { ...SUITES, ...ON_FILES }[name ?? ''];
if (name !== undefined && suite === undefined) {
  const known = Object.keys({ ...SUITES, ...ON_FILES }).join(', ');
  console.error(`There is no suite "${name}": ${known}.`);
  process.exitCode = 2;
} else if (run('node', ['.tools/build.ts']) === 0) {
  console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
  const chosen = suite === undefined ? Object.values(SUITES) : [suite];
  for (const one of chosen) await one(...rest);
} else {
  process.exitCode = 1;
}
