/** Findings and inputs for tests of reports. */
import { createTranslate } from '../../src/interface.ts';
import type { Finding } from '../../src/core/model.ts';
import type { ReportInput } from '../../src/reports/report.ts';

export function findingOf(parts: Partial<Finding> = {}): Finding {
  return {
    check: 'url',
    severity: 'error',
    slug: 'ferry',
    place: { file: 'articles/ferry.md', line: 6, column: 1 },
    key: 's55yrf5k8',
    zh: '船长说，今天风浪不大。',
    en: 'The 船长 said the sea was calm.',
    source: 'zh',
    spans: { en: [{ from: 4, to: 6 }] },
    values: { side: 'en', address: 'https://ferry.example' },
    ...parts,
  };
}

export async function inputOf(
  findings: readonly Finding[],
  parts: Partial<ReportInput> = {},
): Promise<ReportInput> {
  return {
    t: await createTranslate('en'),
    findings,
    checked: { what: 'articles', count: 1, slugs: ['ferry'], mayBeNone: false },
    strict: false,
    version: '1.2.3',
    rules: new Map([['url', { about: 'Addresses.', severity: 'error' }]]),
    prefix: '',
    localeFiles: new Map(),
    styled: false,
    ...parts,
  };
}
