/** A line of a file that has something on it. */
export interface TextLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Lines that are not blank, without line breaks and byte order mark. */
export function linesOf(text: string): TextLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({
      line: index + 1,
      text: line.endsWith('\r') ? line.slice(0, -1) : line,
    }))
    .filter((line) => line.text.trim() !== '');
}
