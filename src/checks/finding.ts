/** Hits → findings: how grave, where in the texts as they are stored, whether somebody has dismissed them. */
import type { Dismissal, Finding, Fix, Lang, Pair, Severity, Span, Unit } from '../core/model.ts';
import { LANGS, otherLang } from '../core/model.ts';
import { isInForce } from '../core/dismissals.ts';
import { pairName } from '../core/pair-name.ts';
import { plainPlaces, type PlainPlaces } from '../core/plain-places.ts';
import type { Check, Hit, PairView, UnitSubject } from './check.ts';
import type { CheckSetting } from './setting.ts';

const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 };

function milder(a: Severity, b: Severity): Severity {
  return GRAVITY[a] <= GRAVITY[b] ? a : b;
}

/**
 * How grave a finding is once the config has had its word; null: it is off. A config sets a check's
 * gravest findings; those that the check itself calls milder stay at most so.
 */
function severityIn(
  setting: CheckSetting,
  check: Pick<Check, 'id' | 'severity'>,
  { severity, target }: { readonly severity?: Severity | undefined; readonly target: Lang | null },
): Severity | null {
  const level = setting.levelOf(check.id, target);
  if (level === 'off') return null;
  if (level === undefined) return severity ?? check.severity;
  return severity === undefined || severity === check.severity ? level : milder(level, severity);
}

type Places = Readonly<Record<Lang, PlainPlaces>>;

function spansOf({ spans = {} }: Hit, places: Places): Pick<Finding, 'spans'> {
  const mapped = LANGS.flatMap((lang): [Lang, readonly Span[]][] => {
    const own = spans[lang];
    return own === undefined || own.length === 0 ? [] : [[lang, own.map(places[lang].spanOf)]];
  });
  return mapped.length === 0 ? {} : { spans: Object.fromEntries(mapped) };
}

function fixOf({ fix, taggedFix }: Hit, places: Places): Fix | undefined {
  if (fix === undefined) return taggedFix;
  const edits = fix.edits.map(places[fix.lang].editOf);
  const whole = edits.filter((edit) => edit !== null);
  return whole.length < edits.length || whole.length === 0
    ? undefined
    : { lang: fix.lang, edits: whole };
}

/** Where a pair stands: the parts of a finding that its texts do not tell. */
export type Standing = Pick<Finding, 'slug' | 'place' | 'key'>;

/** Where a segment's pair stands. */
export function standingOf({ state, placeOf }: UnitSubject, unit: Unit): Standing {
  return { slug: state.article.slug, key: unit.key, place: placeOf(unit) };
}

const known = new WeakMap<Pair, Places>();

function placesOf(tagged: Pair): Places {
  const before = known.get(tagged);
  if (before !== undefined) return before;
  const places = { zh: plainPlaces(tagged.zh), en: plainPlaces(tagged.en) };
  known.set(tagged, places);
  return places;
}

/** The finding of a hit; null where the config has turned it off. */
export function pairFinding(
  check: Pick<Check, 'id' | 'severity'>,
  view: PairView,
  hit: Hit,
  standing: Standing,
): Finding | null {
  const target = hit.side ?? otherLang(view.source);
  const severity = severityIn(view.setting, check, { severity: hit.severity, target });
  if (severity === null) return null;
  const places = placesOf(view.tagged);
  const fix = fixOf(hit, places);
  return {
    check: check.id,
    severity,
    ...standing,
    ...view.tagged,
    source: view.source,
    ...spansOf(hit, places),
    ...(fix === undefined ? {} : { fix }),
    values: hit.values ?? {},
  };
}

/**
 * What people have dismissed of a finding, for a day: the newest dismissal in force, else the newest that
 * has ended.
 */
function dismissalOf(
  finding: Finding,
  dismissals: readonly Dismissal[],
  today: string,
): Pick<Finding, 'dismissed' | 'expired'> {
  const { zh, en } = finding;
  if (dismissals.length === 0 || zh === undefined || en === undefined) return {};
  const texts = pairName({ zh, en });
  const own = dismissals.filter((each) => each.check === finding.check && each.texts === texts);
  const dismissed = own.findLast((each) => isInForce(each, today));
  if (dismissed !== undefined) return { dismissed };
  const expired = own.findLast(({ withdrawn }) => withdrawn === undefined);
  return expired === undefined ? {} : { expired };
}

/** A finding with what people have dismissed of it. */
export function withDismissal(
  finding: Finding,
  dismissals: readonly Dismissal[],
  { today }: Pick<CheckSetting, 'today'>,
): Finding {
  const said = dismissalOf(finding, dismissals, today);
  return Object.keys(said).length === 0 ? finding : { ...finding, ...said };
}
