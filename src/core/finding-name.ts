import { createHash } from 'node:crypto';
import { LANGS, type Finding } from './model.ts';
import { pairName } from './pair-name.ts';

function partsOf(finding: Finding): readonly unknown[] {
  const { check, slug, key, zh, en, spans = {}, place, values } = finding;
  // A row of a file of pairs that has no id is called by its line.
  const own = key === String(place.line) ? '' : (key ?? '');
  if (zh === undefined && en === undefined) return [check, slug, own, place.file, values];
  const texts = { zh: zh ?? '', en: en ?? '' };
  const marked = LANGS.map((lang) =>
    (spans[lang] ?? []).map(({ from, to }) => texts[lang].slice(from, to)),
  );
  return [check, slug, own, pairName(texts), marked];
}

/**
 * A name for a finding that stays while lines move and other findings come and go: of check, article,
 * key, both texts and what is marked in them. Sixteen characters of SHA-256 in base64url. Two findings
 * of one check may share it.
 */
export function findingName(finding: Finding): string {
  const parts = JSON.stringify(partsOf(finding));
  return createHash('sha256').update(parts, 'utf8').digest('base64url').slice(0, 16);
}
