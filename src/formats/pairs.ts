/**
 * Files of zh–en pairs that stand outside of articles: a table (TSV), one JSON object a line (JSONL) or a list of
 * them (JSON), a translation memory (TMX). What cannot be taken is told by line, never left out in silence.
 */
import { UserError } from '../core/errors.ts';
import { MAX_BYTES, tooLarge } from '../core/limits.ts';
import { readJsonPairs } from './pairs/json.ts';
import { readJsonl } from './pairs/jsonl.ts';
import type { ReadPairs } from './pairs/model.ts';
import { readTmx } from './pairs/tmx.ts';
import { readTsv } from './pairs/tsv.ts';

export type { PairRow, ReadPairs } from './pairs/model.ts';

type Format = (text: string, file: string) => ReadPairs;

/** By a text's first sign. */
const BY_SIGN: Readonly<Record<string, Format>> = {
  '<': readTmx,
  '[': readJsonPairs,
  '{': readJsonl,
};

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  tsv: readTsv,
  tab: readTsv,
  jsonl: readJsonl,
  ndjson: readJsonl,
  json: readJsonPairs,
  tmx: readTmx,
};

/** By what the text begins with, where the name says nothing. */
function formatOf(text: string, file: string): Format {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension] ?? readTsv;
  return BY_SIGN[text.slice(0, 1000).trimStart()[0] ?? ''] ?? readTsv;
}

/**
 * Reads a file of pairs: rows that could be taken as `pairs`, the others as `problems`, both in the file's order.
 * @param file its name, for its extension and for messages
 * @throws UserError when nothing of it can be read: too large, no columns of Chinese and English, no
 *   well-formed XML, declared entities
 */
export function readPairs(text: string, file: string): ReadPairs {
  if (text.length > MAX_BYTES.pairs) throw tooLarge(file, text.length, MAX_BYTES.pairs);
  return formatOf(text, file)(text, file);
}

/** By its mark; UTF-8 without one. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The same from bytes in UTF-8, or in UTF-16 with its mark, as memories often are.
 * @throws UserError as `readPairs`, and for other bytes
 */
export function decodePairs(bytes: Uint8Array, file: string): ReadPairs {
  if (bytes.length > 2 * MAX_BYTES.pairs) throw tooLarge(file, bytes.length, MAX_BYTES.pairs);
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${file} is not UTF-8 text: convert it.`);
  }
  return readPairs(text, file);
}
