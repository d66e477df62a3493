import type { Hit, WorkspaceCheck } from './check.ts';
import { groupsBy, type Compared } from './meaning/groups.ts';

const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What the other pairs of a group have in this one's place. */
function hitOf(own: Compared, group: readonly Compared[]): Hit | null {
  const other = group.find(({ target }) => target !== own.target);
  if (other === undefined) return null;
  return { values: { slug: other.slug, target: shortened(other.target) } };
}

/** The same source has the same target wherever it stands. */
export const consistencyTarget: WorkspaceCheck = {
  id: 'consistency.target',
  severity: 'warning',
  group: 'meaning',
  scope: 'workspace',
  run: (pairs) => {
    const hits = groupsBy(pairs, 'source').flatMap((group) =>
      group.flatMap((own): [number, Hit[]][] => {
        const hit = hitOf(own, group);
        return hit === null ? [] : [[own.index, [hit]]];
      }),
    );
    return new Map(hits);
  },
};
