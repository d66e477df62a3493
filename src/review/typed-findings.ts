/** What the checks say of the selected segment with the target that is before the person. */
import { typedView } from '../checks/pair-view.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding, Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { findingsAt, findingsOfView, wholeAt } from './findings.ts';
import type { Session } from './state.ts';
import { startingText, targetText } from './unit.ts';

/** UTF-16 units of both texts up to which each key has them checked: some ten milliseconds at most. */
const TYPED_AT_MOST = 6000;

const UNCHECKED = new Set(['omitted', 'untranslatable']);

interface Typed {
  readonly article: ArticleState;
  readonly setting: CheckSetting;
  readonly target: string;
  readonly findings: readonly Finding[];
}

/** What was said last of each segment: screen and keys ask for it several times. */
const known = new WeakMap<Unit, Typed>();

/** The segment as it would be with this target as its draft. */
function withTarget(unit: Unit, text: string): Unit {
  if (text === targetText(unit)) return unit;
  const { pair: _pair, ...rest } = unit;
  const source = unit.segment.text;
  return { ...rest, status: 'draft', draft: { origin: 'person', source, text, at: '' } };
}

function checked(article: ArticleState, unit: Unit, target: string, setting: CheckSetting) {
  const view = typedView(article, unit, { target, setting });
  return findingsOfView(article, withTarget(unit, target), { view, setting });
}

/** The target that is before the person: what is being typed, or what there is so far. */
export function shownTarget({ editor }: Pick<Session, 'editor'>, unit: Unit): string {
  return editor !== null && editor.key === unit.key ? editor.buffer.text : startingText(unit);
}

function knownFor(unit: Unit, asked: Omit<Typed, 'findings'>): readonly Finding[] {
  const { article, setting, target } = asked;
  const before = known.get(unit);
  const isKnown =
    before?.article === article && before.setting === setting && before.target === target;
  if (isKnown) return before.findings;
  const findings = checked(article, unit, target, setting);
  known.set(unit, { ...asked, findings });
  return findings;
}

/**
 * Of the text that is shown, or of another. Dismissed ones are among them. Of a very long text: what was
 * said of it as it stands on disk.
 */
export function typedFindings(
  session: Session,
  unit: Unit,
  other: { readonly text: string } | null = null,
): readonly Finding[] {
  if (UNCHECKED.has(unit.status)) return [];
  const { article, checks: setting, found } = session;
  const target = other?.text ?? shownTarget(session, unit);
  if (unit.segment.text.length + target.length > TYPED_AT_MOST) return findingsAt(found, unit.key);
  const findings = knownFor(unit, { article, setting, target });
  const shared = wholeAt(found.ofWhole, unit.key);
  return shared.length === 0 ? findings : [...findings, ...shared];
}
