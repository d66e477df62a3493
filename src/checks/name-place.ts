import { otherLang, type Lang, type Severity } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { isUntranslated } from './language/languages.ts';
import { lonePlaces, type PlaceFound } from './names/places.ts';

interface Facing {
  readonly zh: PlaceFound;
  readonly en: PlaceFound;
  readonly severity: Severity;
}

/** A place that stands where the other side has another one; of its own kind where there is one. */
function facing(zh: readonly PlaceFound[], en: readonly PlaceFound[]): Facing | null {
  for (const one of zh) {
    const other = en.find(({ place }) => place.kind === one.place.kind);
    if (other !== undefined) return { zh: one, en: other, severity: 'error' };
  }
  const [first, second] = [zh[0], en[0]];
  if (first === undefined || second === undefined) return null;
  return { zh: first, en: second, severity: 'warning' };
}

/** What may stand for a place that is known by now. */
const MEANT: Readonly<Record<Lang, RegExp>> = {
  zh: /国内|该国|当地|本国|该市|首都|我们|这里|本地|境内/u,
  en: /\b(?:countr(?:y|ies)|nations?|national(?:ity)?|capital|city|domestic(?:ally)?|locals?|here|there|home|our|state|government|federal)\b/iu,
};

/** Two places or more that the target passes over. */
function loneHits(view: PairView, found: readonly PlaceFound[]): readonly Hit[] {
  const { source } = view;
  const side = otherLang(source);
  if (found.length < 2 || MEANT[side].test(view[side])) return [];
  const name = found.map(({ form }) => form).join(', ');
  const spans = { [source]: found.map(({ span }) => span) };
  return [{ severity: 'note', values: { name, other: '∅' }, spans }];
}

/** Countries and cities that one side names stand on the other too. */
export const namePlace: PairCheck = {
  id: 'name.place',
  severity: 'error',
  group: 'names',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '法国总统周一抵达。', en: 'The German president arrived on Monday.' }],
    valid: [{ zh: '中法两国签署协议。', en: 'China and France signed an agreement.' }],
  },
  run: (view) => {
    if (isUntranslated(view)) return [];
    const [zh, en] = [lonePlaces(view, 'zh'), lonePlaces(view, 'en')];
    const pair = facing(zh, en);
    if (pair !== null) {
      const values = { name: pair.zh.form, other: pair.en.form };
      const spans = { zh: [pair.zh.span], en: [pair.en.span] };
      return [{ values, severity: pair.severity, spans }];
    }
    return loneHits(view, view.source === 'zh' ? zh : en);
  },
};
