import { createHash } from 'node:crypto';
import type { Pair } from './model.ts';
import { canonicalText } from './tags.ts';

/**
 * A short name for a pair's two texts, which changes with either of them: what was said of one pair is
 * not said of another. Twelve characters of SHA-256 in base64url.
 */
export function pairName({ zh, en }: Pair): string {
  const texts = JSON.stringify([canonicalText(zh), canonicalText(en)]);
  return createHash('sha256').update(texts, 'utf8').digest('base64url').slice(0, 12);
}
