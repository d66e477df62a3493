/** Words in plain Latin letters, for names in addresses. */

/** Small letters, digits and single hyphens; '' for a text in none of the Latin letters. */
export function latinName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[æœø]/g, (sign) => ({ æ: 'ae', œ: 'oe' })[sign] ?? 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
