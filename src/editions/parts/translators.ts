/** Who translated an article: the people whose approval is in force. */
import type { ArticleState } from '../../core/state.ts';

/** Names as they signed, whoever signed most first. What a rule signed is nobody's. */
export function translatorsOf({ units }: ArticleState): readonly string[] {
  const counts = new Map<string, number>();
  for (const { status, record } of units) {
    const last = record?.signoffs.at(-1);
    if (status !== 'reviewed' || last === undefined || last.via !== undefined) continue;
    counts.set(last.by, (counts.get(last.by) ?? 0) + 1);
  }
  const names = [...counts.keys()];
  return names.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}
