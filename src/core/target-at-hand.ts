import { otherLang, type Unit } from './model.ts';

/** A segment's target: what a person has typed since, else the approved one, else the draft; or ''. */
export function targetAtHand({ segment, pair, draft, status }: Unit): string {
  if (draft?.origin === 'person') return draft.text;
  const approved = status === 'draft' ? undefined : pair;
  if (approved !== undefined) return approved[otherLang(segment.lang)];
  return draft?.text ?? '';
}
