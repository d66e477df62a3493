/** All reports. A new one is a file in this folder and a line here. */
import { human } from './human.ts';
import { json } from './json.ts';
import type { Report } from './report.ts';

export const REPORTS = [human, json] as const satisfies readonly Report[];

export const REPORT_IDS: readonly string[] = REPORTS.map((report) => report.id);
