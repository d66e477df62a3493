import type { Hit, WorkspaceCheck } from './check.ts';
import { groupsBy } from './meaning/groups.ts';

/** Two different sources have the same target: one of them may be a pair's that was copied. */
export const consistencySource: WorkspaceCheck = {
  id: 'consistency.source',
  severity: 'note',
  group: 'meaning',
  scope: 'workspace',
  run: (pairs) => {
    const hits = groupsBy(pairs, 'target').flatMap((group) =>
      group.flatMap((own): [number, Hit[]][] => {
        const other = group.find(({ source }) => source !== own.source);
        if (other === undefined) return [];
        return [[own.index, [{ values: { slug: other.slug, source: other.source.slice(3, 83) } }]]];
      }),
    );
    return new Map(hits);
  },
};
