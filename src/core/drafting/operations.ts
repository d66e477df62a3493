import type { Draft } from '../model.ts';
import type { DraftOperation } from '../operations.ts';
import type { Found, Place } from './plan.ts';
import { copiedProvenance } from './plan.ts';
import type { Drafted } from './settle.ts';
import { transferTags } from './transfer-tags.ts';

/** When and by whom. `at` is ISO 8601, UTC. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** An answer at every place where its sentence stands; only the first is billed. */
export function spread({ job, text, engine }: Drafted, engineId: string): Found[] {
  const source = job.unit.segment.text;
  const found = (place: Place, provenance: Draft['engine']): Found => {
    const here = place.unit.segment.text;
    return {
      place: { slug: place.slug, unit: place.unit },
      draft: {
        origin: `engine:${engineId}`,
        source: here,
        text: transferTags(source, text, here),
        ...(provenance === undefined ? {} : { engine: provenance }),
      },
    };
  };
  return [found(job, engine), ...job.copies.map((copy) => found(copy, copiedProvenance(engine)))];
}

/** Draft operations by article, in the order given. */
export function draftOperations(
  found: readonly Found[],
  { at, by }: Stamp,
): Map<string, DraftOperation[]> {
  const bySlug = new Map<string, DraftOperation[]>();
  for (const { place, draft } of found) {
    const operations = bySlug.get(place.slug) ?? [];
    operations.push({ type: 'draft', key: place.unit.key, at, by, draft: { ...draft, at, by } });
    bySlug.set(place.slug, operations);
  }
  return bySlug;
}
