/** Addresses in an article that pages carry, and those that they leave out: more than a place, or a scheme of one program. */

const SCHEME = /^[^/?#]*?:/;
/** Schemes that only lead somewhere, and those from which a picture is loaded. */
export const SCHEMES = {
  href: ['http', 'https', 'mailto', 'tel'],
  src: ['http', 'https'],
} as const;
const CARRIED = {
  href: new RegExp(`^(?:${SCHEMES.href.join('|')}):`, 'i'),
  src: new RegExp(`^(?:${SCHEMES.src.join('|')}):`, 'i'),
};

/**
 * Whether pages carry an address: a relative one, or one of a scheme that only leads somewhere.
 * @param use `href` for a link, `src` for a picture
 */
export function isCarried(address: string, use: 'href' | 'src'): boolean {
  const clean = address.replace(/[\u0000-\u0020]/g, '');
  if (!SCHEME.test(clean)) return true;
  return CARRIED[use].test(clean);
}

/** A link's beginning that is none of the usual; a definition; an address in brackets. */
const ODD_LINK =
  /\]\(\s*<?(?!https?:\/\/|mailto:|tel:|#|\.{0,2}\/|[\w-]+\.md\b|\))|^[ >]*\[[^\]\n]+\]:|<[a-z][a-z0-9+.-]*:/im;
/** Apart, since one expression for a tag with an address would go over a hostile text again and again. */
const TAG = /<[a-z]/i;
const ADDRESS = /(?:href|src)\s*=/i;

/** Whether a Markdown text may hold an address that pages do not carry: most do not, and need not be parsed. */
export function mayHoldOddAddress(text: string): boolean {
  return ODD_LINK.test(text) || (TAG.test(text) && ADDRESS.test(text));
}
