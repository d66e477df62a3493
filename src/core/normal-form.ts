/** The form in which an article's text is worked on: NFC, LF, no byte order mark. */
export function normalForm(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
