/** JUnit's XML, as CI servers read it: a suite an article, a case for a segment and a check. */
import { isBlocking } from '../core/blocking.ts';
import { LANGS, type Finding } from '../core/model.ts';
import { sayFinding } from '../core/say-finding.ts';
import { visible, visibleLine } from '../core/safe-text.ts';
import type { Report, ReportInput } from './report.ts';
import { verdictLine } from './verdict-lines.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Controls and lone surrogates are shown as marks; two more code points stand in no XML 1.0 either. */
function xml(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(String(value))}"`);
  const open = `<${name}${own.join('')}`;
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`;
}

function detail(finding: Finding, { t }: ReportInput): string {
  const { file, line, column } = finding.place;
  const texts = LANGS.filter((lang) => finding[lang] !== undefined).map(
    (lang) => `${lang} ${visibleLine(finding[lang] ?? '')}`,
  );
  const head = `${file}:${line}:${column} ${t(`severity.${finding.severity}`)}`;
  return [visibleLine(`${head} ${sayFinding(t, finding)}`), ...texts].join('\n');
}

interface Case {
  readonly kind: 'failed' | 'skipped' | 'passed';
  readonly text: string;
}

/** What failed first; a segment that was dismissed for a check is skipped; a warning passes, and says so. */
function caseOf(group: readonly Finding[], slug: string, input: ReportInput): Case {
  const first = group[0];
  const name = [first?.key ?? '', first?.check ?? ''].join(' ').trim();
  const attributes = { name, classname: slug };
  const failures = group.filter((finding) => isBlocking(finding, input.strict));
  const rest = group.filter(({ dismissed }) => dismissed === undefined);
  if (failures.length > 0) {
    const bodies = failures.map((finding) => {
      const message = sayFinding(input.t, finding);
      return element('failure', { type: finding.check, message }, [xml(detail(finding, input))]);
    });
    return { kind: 'failed', text: element('testcase', attributes, bodies) };
  }
  if (rest.length === 0) {
    const reasons = group.map(({ dismissed }) => dismissed?.reason ?? '').join('\n');
    const skipped = element('skipped', {}, [xml(reasons)]);
    return { kind: 'skipped', text: element('testcase', attributes, [skipped]) };
  }
  const out = element('system-out', {}, [
    xml(rest.map((finding) => detail(finding, input)).join('\n')),
  ]);
  return { kind: 'passed', text: element('testcase', attributes, [out]) };
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly text: string;
}

function suiteOf(name: string, findings: readonly Finding[], input: ReportInput): Suite {
  const groups = Map.groupBy(findings, ({ key = '', check }) => `${key}\u0000${check}`);
  const found = [...groups.values()].map((group) => caseOf(group, name, input));
  const clean = element('testcase', { name: input.t('report.clean'), classname: name });
  const cases: readonly Case[] = found.length === 0 ? [{ kind: 'passed', text: clean }] : found;
  const count = (kind: Case['kind']): number => cases.filter((each) => each.kind === kind).length;
  const [tests, failures, skipped] = [cases.length, count('failed'), count('skipped')];
  const attributes = { name, tests, failures, errors: 0, skipped };
  const body = cases.map(({ text }) => `\n    ${text}`);
  return { tests, failures, text: `\n  ${element('testsuite', attributes, [...body, '\n  '])}` };
}

/** Suites of the articles in their order; what concerns the workspace as a whole in one of its own. */
function suitesOf(input: ReportInput): Suite[] {
  const { findings, checked } = input;
  const bySlug = Map.groupBy(findings, ({ slug }) => slug);
  const names = new Set([...checked.slugs, ...bySlug.keys()]);
  const suites = [...names].map((slug) =>
    suiteOf(slug === '' ? input.t('report.workspace') : slug, bySlug.get(slug) ?? [], input),
  );
  if (names.size > 0) return suites;
  // Nothing that was looked at is a failure too, and has no finding to show it.
  const name = input.t('report.workspace');
  const failure = element('failure', { message: verdictLine(input) });
  const text = element('testcase', { name: 'check', classname: name }, [failure]);
  if (checked.mayBeNone) return [];
  const attributes = { name, tests: 1, failures: 1, errors: 0, skipped: 0 };
  const body = [`\n    ${text}`, '\n  '];
  return [{ tests: 1, failures: 1, text: `\n  ${element('testsuite', attributes, body)}` }];
}

/**
 * One document, `testsuites` at its top. Format: the schema that Jenkins reads by (dtkit, junit-4.xsd),
 * which is what GitLab and others take too.
 */
export const junit: Report = {
  id: 'junit',
  extensions: ['xml'],
  render: (input) => {
    const suites = suitesOf(input);
    const sum = (of: (suite: Suite) => number): number =>
      suites.reduce((total, suite) => total + of(suite), 0);
    const tests = sum((suite) => suite.tests);
    const failures = sum((suite) => suite.failures);
    const body = [...suites.map(({ text }) => text), '\n'];
    const document = element('testsuites', { name: 'duizhao', tests, failures, errors: 0 }, body);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
  },
};
