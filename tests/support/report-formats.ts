/** Reads reports as their readers do: with the formats' own schemas, and the runner's own rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { root } from './source.ts';

const SCHEMAS = join(root, 'tests', 'fixtures', 'schemas');

const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(join(SCHEMAS, 'sarif-2.1.0.json'), 'utf8')) as object,
);

/** What is wrong with a SARIF log by its schema. */
export function sarifFaults(text: string): readonly string[] {
  isSarif(JSON.parse(text));
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** What is wrong with a JUnit report by its XML Schema; not well-formed XML is a fault too. */
export function junitFaults(text: string): readonly string[] {
  const schema = XmlDocument.fromBuffer(readFileSync(join(SCHEMAS, 'junit-4.xsd')));
  const validator = XsdValidator.fromDoc(schema);
  try {
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

export interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

function unescape(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

/** The workflow commands of a text, as GitHub's runner finds them: lines that begin with `::`. */
export function annotationsIn(text: string): readonly Annotation[] {
  const lines = text.split('\n').filter((line) => line.trimStart().startsWith('::'));
  return lines.map((line) => {
    const [, command = '', list = '', message = ''] =
      /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    const properties = list.split(',').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), unescape(part.slice(at + 1))];
    });
    return {
      command,
      properties: Object.fromEntries(properties) as Record<string, string>,
      message: unescape(message),
    };
  });
}
