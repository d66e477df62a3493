/**
 * Finds for each of today's segments the key that it had before the article was edited: equal texts
 * in order → equal texts that moved → sentences split or merged → alike texts, first inside the gap
 * between anchors, then outside.
 * What is not equal is never taken as reviewed, however alike: one character can turn a sentence round.
 */
import { mintKey } from '../keys.ts';
import type { Lang, Link, Segment } from '../model.ts';
import { exactLinks, orderedChain, type Links } from './exact.ts';
import { linkParts } from './parts.ts';
import { linkSimilar } from './similar.ts';
import { comparable, matchForm } from './similarity.ts';

/** A key that the workspace knows, with the source texts it has had, newest first. */
export interface KnownKey {
  readonly key: string;
  readonly lang: Lang;
  readonly texts: readonly string[];
}

export interface SegmentLink {
  /** Empty for an untranslatable segment. */
  readonly key: string;
  readonly link: Link;
}

export interface Reconciled {
  /** One a segment, in reading order. */
  readonly links: readonly SegmentLink[];
  /** Known keys without a segment. */
  readonly orphaned: readonly string[];
}

export interface Subject {
  readonly segment: Segment;
  /** Name of the front-matter field that it is, if it is one. */
  readonly field: string | undefined;
}

/** The article as it was: every segment is its own, and nothing has to be compared. */
function unchangedLinks(body: readonly Segment[], known: readonly KnownKey[]): Links | null {
  if (body.length !== known.length) return null;
  const same = body.every(({ text, lang }, at) => {
    const entry = known[at];
    return entry?.lang === lang && entry.texts[0] === text;
  });
  return same ? new Map(body.map((_, at) => [at, at])) : null;
}

function bodyLinks(body: readonly Segment[], known: readonly KnownKey[]): Links {
  const unchanged = unchangedLinks(body, known);
  if (unchanged !== null) return unchanged;
  const links = exactLinks(
    body.map((segment) => `${segment.lang}:${matchForm(segment.text)}`),
    known.map((entry) => entry.texts.map((text) => `${entry.lang}:${matchForm(text)}`)),
  );
  if (links.size === body.length || links.size === known.length) return links;
  const used = new Set(links.values());
  // Linked segments are compared with nobody: an empty text stands in for them.
  const now = body.map(({ text, lang }, at) => comparable(links.has(at) ? '' : text, lang));
  const old = known.map(({ texts, lang }, at) =>
    comparable(used.has(at) ? '' : (texts[0] ?? ''), lang),
  );
  const parts = linkParts(links, now, old);
  // The later parts of a split or merge are spoken for: they match nothing any more.
  const nothing = comparable('', 'zh');
  linkSimilar(
    links,
    now.map((text, at) => (parts.now.has(at) ? nothing : text)),
    old.map((text, at) => (parts.known.has(at) ? nothing : text)),
  );
  return links;
}

function isExact(segment: Segment, entry: KnownKey): boolean {
  if (entry.lang !== segment.lang) return false;
  if (entry.texts.includes(segment.text)) return true;
  const form = matchForm(segment.text);
  return entry.texts.some((text) => matchForm(text) === form);
}

function linkOf(exact: boolean, inOrder: boolean): Link {
  if (!exact) return 'stale';
  return inOrder ? 'kept' : 'moved';
}

/**
 * @param subjects the article's translatable segments in reading order
 * @param known every key the workspace knows for the article, in the last known reading order
 */
export function reconcile(subjects: readonly Subject[], known: readonly KnownKey[]): Reconciled {
  const fields = new Set(subjects.flatMap((subject) => subject.field ?? []));
  const taken = new Set([...known.map((entry) => entry.key), ...fields]);
  const byKey = new Map(known.map((entry) => [entry.key, entry]));
  const bodyKnown = known.filter((entry) => !fields.has(entry.key));
  const bodyAt = subjects.flatMap((subject, index) => (subject.field === undefined ? [index] : []));
  const body = bodyAt.map((index) => (subjects[index] as Subject).segment);
  const links = bodyLinks(body, bodyKnown);
  const inOrder = new Set(orderedChain(links).map((pair) => pair[0]));
  const result: SegmentLink[] = subjects.map((subject) => {
    if (subject.field === undefined) return { key: '', link: 'fresh' };
    const entry = byKey.get(subject.field);
    const link = entry === undefined ? 'fresh' : linkOf(isExact(subject.segment, entry), true);
    return { key: subject.field, link };
  });
  for (const [position, index] of bodyAt.entries()) {
    const segment = body[position] as Segment;
    const entry = bodyKnown[links.get(position) ?? -1];
    const key = entry?.key ?? mintKey(segment.text, taken);
    taken.add(key);
    const link =
      entry === undefined ? 'fresh' : linkOf(isExact(segment, entry), inOrder.has(position));
    result[index] = { key, link };
  }
  const found = new Set(result.map((entry) => entry.key));
  return { links: result, orphaned: known.map((e) => e.key).filter((key) => !found.has(key)) };
}
