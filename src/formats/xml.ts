/** XML from other people's hands, read strictly: the five entities of XML itself, nothing declared, nothing loaded. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UserError } from '../core/errors.ts';

/** Real files of the formats read here have about a dozen elements in each other. */
const MAX_DEPTH = 64;

export interface XmlReader {
  /** @param line 1-based, of the tag's end */
  readonly open: (tag: SaxesTagPlain, line: number) => void;
  readonly text: (text: string) => void;
  /** @param name as written, with its prefix */
  readonly close: (name: string) => void;
}

/** An element's name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A message of the parser, without the place that it puts in front. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
}

function parserFor(reader: XmlReader): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  // A handler that only took notes would let the parser go on with half a text.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', (doctype) => {
    // A name of a DTD is not loaded and harms nobody; older files carry one.
    if (doctype.includes('[')) throw new Error('a DOCTYPE that declares something is not read');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`);
    reader.open(tag, parser.line);
  });
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close(tag.name);
  });
  return parser;
}

/**
 * Hands a file's elements and text to a reader.
 * @param file how it is called in messages
 * @throws UserError with file and line when it is no well-formed XML, declares something or is nested
 *   beyond all use
 */
export function readXml(text: string, file: string, reader: XmlReader): void {
  const parser = parserFor(reader);
  try {
    parser.write(text).close();
  } catch (error) {
    throw new UserError(
      `${file}:${parser.line}: this XML cannot be read (${reasonOf(error)}); nothing was taken from it.`,
    );
  }
}
