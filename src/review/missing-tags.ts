/** Tags that a target lacks, put where a person moves them from: only they know what stands between. */
import { compareTags } from '../core/tags.ts';

/** The target with the missing tags at its end; null where none is missing, or one is broken. */
export function withMissingTags(source: string, target: string): string | null {
  const difference = compareTags(source, target);
  if (difference === null || difference.broken.length > 0) return null;
  const put = difference.missing.map((tag) =>
    tag.endsWith('/>') ? tag : `${tag}${tag.replace('<', '</')}`,
  );
  return put.length === 0 ? null : target + put.join('');
}
