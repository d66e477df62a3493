/** Where findings stand in the texts of the selected segment, as they are shown. */
import type { Finding, Lang, Severity, Unit } from '../../core/model.ts';
import { chosenFinding, listedFindings } from '../chosen-finding.ts';
import { standing } from '../findings.ts';
import type { Session } from '../state.ts';
import type { Style } from './row.ts';
import { type StyledSpan, wholeSpan } from './styled-spans.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'found-error',
  warning: 'found-warning',
  note: 'found-note',
};

function spansOf({ spans, ...finding }: Finding, lang: Lang, text: string, style: Style) {
  // A finding of another text than the one that is shown has its places there.
  if (finding[lang] !== text) return [];
  return (spans?.[lang] ?? []).map((span): StyledSpan => ({ ...wholeSpan(text, span), style }));
}

/** The gravest last; the chosen one, while the panel lists them, after all others. */
export function findingSpans(
  session: Session,
  unit: Unit,
  lang: Lang,
  text: string,
): readonly StyledSpan[] {
  const found = standing(listedFindings(session, unit)).toReversed();
  if (found.length === 0) return [];
  const marks = found.flatMap((finding) => spansOf(finding, lang, text, STYLES[finding.severity]));
  const chosen = session.panel === 'findings' ? chosenFinding(session, unit) : undefined;
  const strong = chosen === undefined ? [] : spansOf(chosen, lang, text, 'found-chosen');
  return [...marks, ...strong];
}
