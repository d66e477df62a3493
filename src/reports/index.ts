/** All reports. A new one is a file in this folder and a line here. */
import { github } from './github.ts';
import { human } from './human.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';

export const REPORTS = [
  human,
  json,
  github,
  sarif,
  junit,
  markdown,
] as const satisfies readonly Report[];

export const REPORT_IDS: readonly string[] = REPORTS.map((report) => report.id);
