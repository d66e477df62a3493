/** Which addresses of a page may come into an article. */

const LINK_SCHEMES = new Set(['http', 'https', 'mailto']);
const IMAGE_SCHEMES = new Set(['http', 'https']);
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

function safeUrl(url: string | null, schemes: ReadonlySet<string>): string | null {
  // Browsers pass over control characters and spaces inside a scheme.
  const plain = (url ?? '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/g, '')
    .trim();
  const scheme = SCHEME.exec(plain.replace(/\s+/g, ''))?.[1]?.toLowerCase();
  if (plain === '' || plain.startsWith('#')) return null;
  if (scheme !== undefined && !schemes.has(scheme)) return null;
  return plain.replace(
    /[\s<>()\\"`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** A link's address ready for Markdown; null for scripts, data, page-internal and empty ones. */
export function linkUrl(url: string | null): string | null {
  return safeUrl(url, LINK_SCHEMES);
}

/** A picture's address ready for Markdown; null when there is none that can be kept. */
export function imageUrl(url: string | null): string | null {
  return safeUrl(url, IMAGE_SCHEMES);
}
