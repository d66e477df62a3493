/** Each check finds what it must, nothing else, at the right place; a fix mends what was found. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Check, PairCheck, PairView } from '../../src/checks/check.ts';
import { checkPair } from '../../src/checks/check-pair.ts';
import { pairFinding } from '../../src/checks/finding.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { viewOf } from '../../src/checks/pair-view.ts';
import { applyFix } from '../../src/core/apply-fix.ts';
import type { Finding, Lang } from '../../src/core/model.ts';
import { root } from '../support/source.ts';
import { caseView, casesOf, PAIR_CASES, type Case } from './cases.ts';

const STANDING = { slug: 'case', key: 'k', place: { file: 'f', line: 1, column: 1 } };
const checks: readonly Check[] = CHECKS;
const PAIR_CHECKS = checks.filter((check): check is PairCheck => check.scope === 'pair');

function findingsOf(check: PairCheck, view: PairView): Finding[] {
  return check.run(view, check).flatMap((hit) => pairFinding(check, view, hit, STANDING) ?? []);
}

function marked({ spans, ...finding }: Finding, lang: Lang): string | undefined {
  const own = spans?.[lang];
  return own?.map(({ from, to }) => finding[lang]?.slice(from, to)).join('|');
}

/** The view with the first fix made, or null when none is offered. */
function mendedOnce(view: PairView, findings: readonly Finding[]): PairView | null {
  const { fix } = findings.find((finding) => finding.fix !== undefined) ?? {};
  if (fix === undefined) return null;
  const tagged = { ...view.tagged, [fix.lang]: applyFix(view.tagged[fix.lang], fix) };
  return viewOf(tagged, view);
}

/** The view with all fixes of a check made, one after the other. */
function mended(check: PairCheck, view: PairView): PairView {
  let now = view;
  for (let round = 0; round < 20; round += 1) {
    const next = mendedOnce(now, findingsOf(check, now));
    if (next === null) return now;
    now = next;
  }
  throw new Error('its fixes come to no end');
}

/** What is seen on the sides that a case says something of. */
function byLang(
  wanted: Readonly<Partial<Record<Lang, string>>>,
  see: (lang: Lang) => string | undefined,
) {
  return Object.fromEntries(Object.keys(wanted).map((lang) => [lang, see(lang as Lang)]));
}

describe.each(PAIR_CHECKS)('$id', (check) => {
  const { invalid, valid } = casesOf(check);

  it('has cases of both kinds', () => {
    expect(invalid.length).toBeGreaterThan(0);
    expect(valid.length).toBeGreaterThan(0);
  });

  it.each(invalid.map((found: Case) => [`${found.zh} ↔ ${found.en}`, found] as const))(
    'finds fault with %s',
    (_, found) => {
      const view = caseView(found, check.id);
      const findings = findingsOf(check, view);
      expect(findings).not.toEqual([]);
      expect(findings[0]?.severity).toBe(found.severity ?? check.severity);
      const wanted = { marked: found.marked ?? {}, fixed: found.fixed ?? {} };
      const seen = {
        marked: byLang(wanted.marked, (lang) => marked(findings[0] as Finding, lang)),
        fixed: byLang(wanted.fixed, (lang) => mended(check, view).tagged[lang]),
      };
      expect(seen).toEqual(wanted);
    },
  );

  it.each(valid.map((found: Case) => [`${found.zh} ↔ ${found.en}`, found] as const))(
    'leaves alone %s',
    (_, found) => {
      expect(findingsOf(check, caseView(found, check.id))).toEqual([]);
    },
  );
});

it('has no file of cases without its check', () => {
  const ids = checks.map(({ id }) => id);
  const files = readdirSync(join(root, 'tests/fixtures/checks'));
  expect(files.filter((file) => !ids.includes(file.replace(/\.json$/, '')))).toEqual([]);
});

function idsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ check }) => check).sort();
}

describe('every fix, on the cases of every check', () => {
  it.each(PAIR_CASES.map(({ check, found }) => [check.id, found] as const))(
    'silences its finding and raises no other: %s',
    (id, found) => {
      const view = caseView(found, id);
      const before = checkPair(view, STANDING);
      for (const finding of before) {
        if (finding.fix === undefined) continue;
        const { lang } = finding.fix;
        const text = applyFix(view.tagged[lang], finding.fix);
        expect(text).not.toBe(view.tagged[lang]);
        const after = checkPair(viewOf({ ...view.tagged, [lang]: text }, view), STANDING);
        const rest = [...idsOf(before)];
        rest.splice(rest.indexOf(finding.check), 1);
        // What is left is what was there, without this finding.
        for (const one of idsOf(after)) {
          const at = rest.indexOf(one);
          expect(at, `${one} is new after the fix of ${finding.check}: ${text}`).not.toBe(-1);
          rest.splice(at, 1);
        }
      }
    },
  );
});
