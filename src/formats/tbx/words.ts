/** The words of TBX-Basic and what they mean here. */
import type { PartOfSpeech } from '../../terms/model.ts';

export type FormStatus = 'preferred' | 'admitted' | 'forbidden';

export const WRITTEN_STATUS: Readonly<Record<FormStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** Also as tools write them without their suffix. */
export const READ_STATUS: ReadonlyMap<string, FormStatus> = new Map([
  ['preferredterm', 'preferred'],
  ['preferred', 'preferred'],
  ['admittedterm', 'admitted'],
  ['admitted', 'admitted'],
  ['deprecatedterm', 'forbidden'],
  ['deprecated', 'forbidden'],
  ['supersededterm', 'forbidden'],
  ['superseded', 'forbidden'],
  ['notrecommended', 'forbidden'],
  ['forbidden', 'forbidden'],
]);

/** A title is a noun there; what tells it from others is a field of our own. */
export const WRITTEN_PARTS: Readonly<
  Record<PartOfSpeech, { readonly type: string; readonly value: string }>
> = {
  noun: { type: 'partOfSpeech', value: 'noun' },
  name: { type: 'partOfSpeech', value: 'properNoun' },
  title: { type: 'partOfSpeech', value: 'noun' },
  verb: { type: 'partOfSpeech', value: 'verb' },
  adjective: { type: 'partOfSpeech', value: 'adjective' },
  phrase: { type: 'termType', value: 'phrase' },
};

export const READ_PARTS: ReadonlyMap<string, PartOfSpeech> = new Map([
  ['noun', 'noun'],
  ['propernoun', 'name'],
  ['proper noun', 'name'],
  ['verb', 'verb'],
  ['adjective', 'adjective'],
  ['phrase', 'phrase'],
]);

/** In front of our own fields in `projectSubset`, which may hold other people's as well. */
export const OWN_PREFIX = 'duizhao:';
