/** First bytes of files that people hand over by mistake, and what to say about them. */
export interface BinarySignature {
  /** What the file is, as it stands in the middle of a sentence. */
  readonly what: string;
  readonly bytes: readonly number[];
  readonly advice: string;
}

const SAVE_AS_TEXT = 'save it as text, Markdown or HTML first';

export const BINARY_SIGNATURES: readonly BinarySignature[] = [
  { what: 'a PDF file', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], advice: SAVE_AS_TEXT },
  {
    what: 'a ZIP archive or an Office document',
    bytes: [0x50, 0x4b, 0x03, 0x04],
    advice: SAVE_AS_TEXT,
  },
  {
    what: 'an old Office document',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    advice: SAVE_AS_TEXT,
  },
  { what: 'an RTF document', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: SAVE_AS_TEXT },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08], advice: 'unpack it first' },
  { what: 'a 7z archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], advice: 'unpack it first' },
  { what: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a], advice: 'unpack it first' },
  {
    what: 'a PNG picture',
    bytes: [0x89, 0x50, 0x4e, 0x47],
    advice: 'give the text, not a picture',
  },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff], advice: 'give the text, not a picture' },
  {
    what: 'a GIF picture',
    bytes: [0x47, 0x49, 0x46, 0x38],
    advice: 'give the text, not a picture',
  },
  { what: 'an MP3 recording', bytes: [0x49, 0x44, 0x33], advice: 'give the text, not a recording' },
];
