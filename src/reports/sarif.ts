/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
import { findingName } from '../core/finding-name.ts';
import { partOfValue } from '../core/locale-place.ts';
import { LANGS, type Finding, type TextEdit } from '../core/model.ts';
import { localePath } from '../core/paths.ts';
import { visibleLine } from '../core/safe-text.ts';
import { sayFinding } from '../core/say-finding.ts';
import { dismissedIn, type Report, type ReportInput } from './report.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A path as a relative reference of RFC 3986. */
function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function replacement(
  finding: Finding,
  edit: TextEdit,
  { localeFiles }: ReportInput,
): object | null {
  const lang = finding.fix?.lang ?? 'zh';
  const path = localePath(lang, finding.slug);
  const file = { path, text: localeFiles.get(path) ?? '' };
  const pair = { key: finding.key ?? '', value: finding[lang] ?? '' };
  const part = partOfValue(file, pair, edit);
  if (part === null) return null;
  const { line, column, endColumn } = part;
  return {
    deletedRegion: { startLine: line, startColumn: column, endColumn },
    insertedContent: { text: JSON.stringify(edit.text).slice(1, -1) },
  };
}

/** The fix as replacements in the locale file that holds the text; none where it stands in no such file. */
function fixesOf(finding: Finding, input: ReportInput): object {
  const { fix, slug } = finding;
  if (fix === undefined) return {};
  const made = fix.edits.map((edit) => replacement(finding, edit, input));
  const replacements = made.filter((each) => each !== null);
  if (replacements.length < made.length) return {};
  const uri = uriOf(input.prefix + localePath(fix.lang, slug));
  return { fixes: [{ artifactChanges: [{ artifactLocation: { uri }, replacements }] }] };
}

function locationOf({ slug, key, place }: Finding, { prefix }: ReportInput): object {
  const { file, line, column } = place;
  const name = key === undefined ? slug : `${slug}/${key}`;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(prefix + file) },
      region: { startLine: line, startColumn: column },
    },
    ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}

function suppressionsOf({ dismissed }: Finding): readonly object[] {
  if (dismissed === undefined) return [];
  const { reason, by, at, until } = dismissed;
  const properties = { by, at, ...(until === undefined ? {} : { until }) };
  return [{ kind: 'external', status: 'accepted', justification: reason, properties }];
}

function messageOf(finding: Finding, { t }: ReportInput): string {
  const texts = LANGS.filter((lang) => finding[lang] !== undefined);
  const lines = texts.map((lang) => `${lang}: ${visibleLine(finding[lang] ?? '')}`);
  const text = [visibleLine(sayFinding(t, finding)), ...lines].join('\n');
  // `[words](target)` in a message is a link (3.11.6); no text of an article is to be one.
  return text.replaceAll('](', '\\](');
}

interface Listed {
  readonly input: ReportInput;
  readonly ruleIds: readonly string[];
  /** Where one result tells of suppressions, all have to (3.27.23). */
  readonly suppressing: boolean;
}

function resultOf(finding: Finding, { input, ruleIds, suppressing }: Listed): object {
  const { check, severity, slug, key, source, zh, en, spans } = finding;
  return {
    ruleId: check,
    ruleIndex: ruleIds.indexOf(check),
    level: severity,
    message: { text: messageOf(finding, input) },
    locations: [locationOf(finding, input)],
    partialFingerprints: { 'duizhao/v1': findingName(finding) },
    ...(input.baseline === undefined ? {} : { baselineState: 'new' }),
    ...(suppressing ? { suppressions: suppressionsOf(finding) } : {}),
    ...fixesOf(finding, input),
    properties: { slug, key, source, zh, en, spans },
  };
}

/** The rules that found something, in the order of their ids, as the catalogue tells them. */
function rulesOf(ids: readonly string[], { rules }: ReportInput): object[] {
  return ids.map((id) => {
    const rule = rules.get(id);
    if (rule === undefined) return { id };
    return {
      id,
      shortDescription: { text: rule.about },
      defaultConfiguration: { level: rule.severity },
    };
  });
}

export const sarif: Report = {
  id: 'sarif',
  extensions: ['sarif', 'json'],
  render: (input) => {
    const { findings, version } = input;
    const ruleIds = [...new Set(findings.map(({ check }) => check))].sort();
    const listed = { input, ruleIds, suppressing: dismissedIn(findings).length > 0 };
    const driver = { name: 'duizhao', version, rules: rulesOf(ruleIds, input) };
    const run = {
      tool: { driver },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => resultOf(finding, listed)),
    };
    return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};
