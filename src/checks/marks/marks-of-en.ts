/** Which quotation marks an English text has. */

/** What the option `marks` of `quote.style.en` may say. */
export type EnglishMarks = 'consistent' | 'curly' | 'straight';

/** The marks that something new in a text is put into. */
export function doubleMarks(text: string, wanted: EnglishMarks): readonly [string, string] {
  const isStraight = wanted === 'straight' || (wanted === 'consistent' && text.includes('"'));
  return isStraight ? ['"', '"'] : ['“', '”'];
}
