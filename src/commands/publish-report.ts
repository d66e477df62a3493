/** What `publish` says it did, for a person and as JSON. */
import type { MessageKey, Translate } from '../core/messages.ts';
import { LANGS, type Finding, type Lang, type Unit } from '../core/model.ts';
import { plainText } from '../core/tags.ts';
import { sayFinding } from '../core/say-finding.ts';
import { visibleLine } from '../core/safe-text.ts';
import { sideIn } from '../editions/parts/sides.ts';
import { fit } from '../review/text/fit.ts';
import type { WriteReport } from '../services.ts';

export interface PublishedArticle {
  readonly slug: string;
  /** Segments that went out marked as unreviewed. */
  readonly unreviewed: number;
}

export interface Refusal {
  readonly slug: string;
  /** Segments that nobody signed off as they stand. */
  readonly units: readonly Unit[];
  /** Errors that `check` finds besides. */
  readonly findings: readonly Finding[];
}

export interface PublishReport {
  /** Relative to the current folder. */
  readonly folder: string;
  readonly drafts: boolean;
  readonly published: readonly PublishedArticle[];
  readonly refused: readonly Refusal[];
  readonly held: readonly string[];
  /** Articles of the workspace that the arguments do not name. */
  readonly unnamed: readonly string[];
  readonly files: WriteReport;
}

/** The text that a language's edition would show, or null when there is none in that language. */
function textIn(unit: Unit, lang: Lang): string | null {
  const side = sideIn(unit, lang);
  return side === null || side.lang !== lang ? null : plainText(side.text);
}

/** Columns of a terminal that a listed text may take. */
const SHORT = 64;

function refusalLines({ slug, units, findings }: Refusal, t: Translate): string[] {
  const reasons = units.length + findings.length;
  return [
    t('publish.refused', { slug, count: reasons }),
    ...units.flatMap((unit) => [
      `  ${unit.key}  ${t(`review.status.${unit.status}` as MessageKey)}`,
      ...LANGS.map((lang) => {
        const text = textIn(unit, lang);
        return `    ${lang}  ${text === null ? t('publish.missingText') : fit(text, SHORT).trimEnd()}`;
      }),
    ]),
    ...findings.map((finding) => {
      const { file, line, column } = finding.place;
      const message = sayFinding(t, finding);
      return `  ${file}:${line}:${column} ${finding.check}: ${message}`;
    }),
  ];
}

function verdict({ refused, published, folder, files }: PublishReport, t: Translate): string {
  if (refused.some(({ findings }) => findings.length > 0)) return t('publish.nothingBroken');
  if (refused.length > 0) return t('publish.nothing');
  if (published.length === 0) return t('publish.empty');
  const written = files.written.length;
  const unchanged = files.unchanged.length;
  return t('publish.done', { count: published.length, folder, written, unchanged });
}

/** Lines for a terminal, the verdict last; nothing in them can act on the terminal. */
export function reportText(report: PublishReport, t: Translate): string {
  const marked = report.published.filter(({ unreviewed }) => unreviewed > 0);
  const lines = [
    ...report.held.map((slug) => t('publish.held', { slug })),
    ...(report.unnamed.length === 0
      ? []
      : [t('publish.unnamed', { slugs: report.unnamed.join(', ') })]),
    ...marked.map(({ slug, unreviewed }) => t('publish.withDrafts', { slug, count: unreviewed })),
    ...report.refused.flatMap((refusal) => refusalLines(refusal, t)),
    verdict(report, t),
  ];
  return lines.map((line) => `${visibleLine(line)}\n`).join('');
}

/**
 * One object: `{ verdict, folder, drafts, published, refused, held, unnamed, files }`. A refused
 * segment has `key`, `status`, `zh` and `en` (null: no text in that language).
 */
export function toJson(report: PublishReport): string {
  const refused = report.refused.map(({ slug, units, findings }) => ({
    slug,
    segments: units.map((unit) => ({
      key: unit.key,
      status: unit.status,
      zh: textIn(unit, 'zh'),
      en: textIn(unit, 'en'),
    })),
    findings,
  }));
  const result = report.published.length === 0 ? 'refused' : 'published';
  return `${JSON.stringify({ verdict: result, ...report, refused }, null, 2)}\n`;
}
