import { createHash } from 'node:crypto';

/** Name of plain data: SHA-256 of its JSON, in base64url. The same data has the same name, other data another. */
export function nameOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
