/** Findings that are known and accepted for now: only what is not among them counts. */
import * as v from 'valibot';
import { UserError } from './errors.ts';
import { findingName } from './finding-name.ts';
import type { Finding } from './model.ts';

export interface BaselineEntry {
  /** Of the finding (`finding-name.ts`). */
  readonly name: string;
  readonly check: string;
  readonly slug: string;
  readonly key?: string;
}

export interface Compared {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that no finding bears out any more. */
  readonly gone: readonly BaselineEntry[];
}

const shape = v.object({
  version: v.literal(1),
  findings: v.array(
    v.object({
      name: v.string(),
      check: v.string(),
      slug: v.string(),
      key: v.exactOptional(v.string()),
    }),
  ),
});

/**
 * Reads a baseline.
 * @param file its name, for the message
 * @throws UserError when it is none
 */
export function readBaseline(text: string, file: string): readonly BaselineEntry[] {
  let raw: unknown = null;
  try {
    raw = JSON.parse(text);
  } catch {
    // Said below.
  }
  const result = v.safeParse(shape, raw);
  if (result.success) return result.output.findings;
  throw new UserError(`${file} is no baseline: write it anew with --write-baseline.`);
}

function entryOf(finding: Finding): BaselineEntry {
  const { check, slug, key } = finding;
  const name = findingName(finding);
  return key === undefined ? { name, check, slug } : { name, check, slug, key };
}

function sortKey({ slug, key = '', check, name }: BaselineEntry): string {
  return [slug, key, check, name].join('\u0000');
}

/** A baseline of all that nobody has dismissed: one entry a line, in an order of its own, so that it merges. */
export function serializeBaseline(findings: readonly Finding[]): string {
  const lines = findings
    .filter(({ dismissed }) => dismissed === undefined)
    .map(entryOf)
    .map((entry) => ({ order: sortKey(entry), line: `    ${JSON.stringify(entry)}` }))
    .sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
    .map(({ line }) => line);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}

/**
 * Divides findings into those that a baseline knows and those that it does not. Of several with one name
 * as many are known as the baseline holds. A dismissed finding needs no entry.
 */
export function compareBaseline(
  findings: readonly Finding[],
  baseline: readonly BaselineEntry[],
): Compared {
  const left = Map.groupBy(baseline, ({ name }) => name);
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const isKnown =
      finding.dismissed === undefined && left.get(findingName(finding))?.shift() !== undefined;
    (isKnown ? known : fresh).push(finding);
  }
  return { fresh, known, gone: [...left.values()].flat() };
}
