import stringWidth from 'string-width';
import { graphemesOf } from './graphemes.ts';
import { simpleWidth, UNKNOWN } from './simple-width.ts';

/** The number of terminal cells a text takes. The text holds no styling and no tab. */
export type Measure = (text: string) => number;

const PLAIN = /^[\u0020-\u007e]*$/;
const CACHE_LIMIT = 4096;
/** Longer graphemes (stacked marks) are measured each time, so that the cache stays small. */
const CACHED_LENGTH = 16;

/** Cells in a terminal that draws ambiguous-width characters (`“ — …`) in one cell. */
const widthOfAmbiguousNarrow: Measure = measureWith(1);

/** Cells in a terminal set to draw ambiguous-width characters in two cells. */
export const widthOfAmbiguousWide: Measure = measureWith(2);

/**
 * Cells in the terminal at hand. Nothing but `measuring` sets it, around a pure function of a state
 * that says what the terminal does: so all below it need not hand it on.
 */
export let widthOf: Measure = widthOfAmbiguousNarrow;

/** Does work for a terminal that draws ambiguous-width characters in two cells, or in one. */
export function measuring<Result>(ambiguousWide: boolean, work: () => Result): Result {
  const before = widthOf;
  widthOf = ambiguousWide ? widthOfAmbiguousWide : widthOfAmbiguousNarrow;
  try {
    return work();
  } finally {
    widthOf = before;
  }
}

function measureWith(ambiguous: 1 | 2): Measure {
  const options = { ambiguousIsNarrow: ambiguous === 1, countAnsiEscapeCodes: true };
  const known = new Map<string, number>();

  function graphemeWidth(grapheme: string): number {
    if (grapheme.length > CACHED_LENGTH) return stringWidth(grapheme, options);
    const before = known.get(grapheme);
    if (before !== undefined) return before;
    if (known.size >= CACHE_LIMIT) known.clear();
    const width = stringWidth(grapheme, options);
    known.set(grapheme, width);
    return width;
  }

  return (text) => {
    if (PLAIN.test(text)) return text.length;
    const simple = simpleWidth(text, ambiguous);
    if (simple !== UNKNOWN) return simple;
    let total = 0;
    for (const grapheme of graphemesOf(text)) total += graphemeWidth(grapheme);
    return total;
  };
}
