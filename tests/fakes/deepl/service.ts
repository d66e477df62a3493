/** What the service answers to a request that has come in whole. */
import type { Fault } from './faults.ts';
import { damage } from './faults.ts';
import type { Account } from './glossaries.ts';
import { glossaryAnswer, glossaryFor } from './glossaries.ts';
import type { Answer, RecordedRequest } from './protocol.ts';
import { refuse, root } from './protocol.ts';
import type { Entries } from './texts.ts';
import { fakeText, finish } from './texts.ts';
import { parseXml, translateXml, unescapeXml } from './xml.ts';

const MAX_TEXTS = 50;
const MAX_BODY = 128 * 1024;
/** Of an upload of a glossary. */
const MAX_UPLOAD = 10 * 1024 * 1024;
const MAX_INSTRUCTIONS = 10;
const MAX_INSTRUCTION = 300;
const TARGETS = ['zh', 'zh-hans', 'zh-hant', 'en-us', 'en-gb'];
const SOURCES = ['zh', 'en'];
const MODELS = ['latency_optimized', 'quality_optimized', 'prefer_quality_optimized'];
/** How the API writes "no limit". */
const NO_LIMIT = 1_000_000_000_000;

export interface Service extends Account {
  readonly key: string;
  /** Characters charged so far. */
  usage: number;
  /** Characters that may be charged in all; infinite for no limit. */
  quota: number;
  /** The key's own share, for keys that have one. */
  keyQuota: number | null;
  /** First moment of this period and of the next, ISO 8601. */
  period: { start: string; end: string };
  /** Style rules of the account: the root code of their language by id. */
  readonly styles: Map<string, string>;
  /** Paths that the key has no right for; what is below them too. */
  readonly denied: Set<string>;
}

function badField({ texts, fields, instructions }: RecordedRequest): string | null {
  const holds = (name: string, allowed: readonly string[]) =>
    allowed.includes((fields[name] ?? '').toLowerCase());
  const rules: readonly (readonly [boolean, string])[] = [
    [texts.length > 0, "Parameter 'text' not specified."],
    [texts.length <= MAX_TEXTS, 'Too many texts in one request.'],
    [holds('target_lang', TARGETS), "Value for 'target_lang' not supported."],
    [holds('source_lang', SOURCES), "Value for 'source_lang' not supported."],
    [fields['model_type'] === undefined || holds('model_type', MODELS), "Bad 'model_type'."],
    [!holds('formality', ['more', 'less']), "'formality' is not supported for this language."],
    [instructions.length <= MAX_INSTRUCTIONS, 'Too many custom instructions.'],
    [
      instructions.every((text) => text !== '' && [...text].length <= MAX_INSTRUCTION),
      'A custom instruction is empty or too long.',
    ],
  ];
  return rules.find(([kept]) => !kept)?.[1] ?? null;
}

function badStyle({ fields }: RecordedRequest, { styles }: Service): Answer | null {
  const id = fields['style_id'];
  if (id === undefined) return null;
  const lang = styles.get(id);
  if (lang === undefined) return refuse(404, 'Style rule not found');
  return lang === root(fields['target_lang'] ?? '')
    ? null
    : refuse(400, 'The style rule is of another language.');
}

interface Translated {
  readonly text: string;
  readonly billed: number;
}

/** Null when tag handling was asked for and the text is not well-formed. */
function translateOne(
  text: string,
  { fields }: RecordedRequest,
  entries: Entries,
): Translated | null {
  const target = root(fields['target_lang'] ?? '');
  const same = root(fields['source_lang'] ?? '') === target;
  if (fields['tag_handling'] !== 'xml') {
    const done = same ? text : finish(fakeText(text, target, entries), target);
    return { text: done, billed: [...text].length };
  }
  const parts = parseXml(text);
  if (parts === null) return null;
  const plain = parts.filter(({ type }) => type === 'text').map(({ value }) => unescapeXml(value));
  const done = same ? text : translateXml(parts, target, entries);
  return { text: done, billed: [...plain.join('')].length };
}

function isRefused({ texts, fields }: RecordedRequest, fault: Fault | null): boolean {
  if (fault?.type !== 'refuse') return false;
  const concerned = fault.plainToo === true || fields['tag_handling'] !== undefined;
  return concerned && texts.some((text) => text.includes(fault.holding));
}

function answered(
  request: RecordedRequest,
  done: readonly Translated[],
  fault: Fault | null,
): Answer {
  const model = request.fields['model_type']?.replace('prefer_', '') ?? 'latency_optimized';
  const texts = damage(
    done.map(({ text }) => text),
    fault,
  );
  const translations = texts.map((text, index) => ({
    detected_source_language: (request.fields['source_lang'] ?? 'en').toUpperCase(),
    text,
    ...(fault?.type === 'silent'
      ? {}
      : { billed_characters: done[index]?.billed ?? 0, model_type_used: model }),
  }));
  return { status: 200, body: { translations } };
}

function translate(request: RecordedRequest, service: Service, fault: Fault | null): Answer {
  const bad = badField(request);
  if (bad !== null) return refuse(400, bad);
  const style = badStyle(request, service);
  if (style !== null) return style;
  const entries = glossaryFor(service, request);
  if (!('map' in entries)) return entries;
  if (isRefused(request, fault)) return refuse(400, 'Tag handling parsing failed');
  const results = request.texts.map((text) => translateOne(text, request, entries));
  if (results.includes(null)) return refuse(400, 'Tag handling parsing failed');
  const done = results as Translated[];
  const billed = done.reduce((sum, result) => sum + result.billed, 0);
  const left = Math.min(service.quota, service.keyQuota ?? Infinity) - service.usage;
  if (billed > left) return refuse(456, 'Quota Exceeded');
  service.usage += billed;
  return answered(request, done, fault);
}

function usage({ usage, quota, keyQuota, period }: Service): Answer {
  return {
    status: 200,
    body: {
      character_count: usage,
      character_limit: Number.isFinite(quota) ? quota : NO_LIMIT,
      start_time: period.start,
      end_time: period.end,
      ...(keyQuota === null
        ? {}
        : { api_key_character_count: usage, api_key_character_limit: keyQuota }),
    },
  };
}

function route(request: RecordedRequest, service: Service, fault: Fault | null): Answer {
  const isUpload = request.path.startsWith('/v3/glossaries');
  if (request.bytes > (isUpload ? MAX_UPLOAD : MAX_BODY)) {
    return refuse(413, 'Request entity too large.');
  }
  if (isUpload) return glossaryAnswer(service, request);
  if (request.path === '/v2/usage') return usage(service);
  const known = request.path === '/v2/translate' && request.method === 'POST';
  return known ? translate(request, service, fault) : refuse(404, 'Not found');
}

/** The answer to a request, as the key's rights and the fault leave it. */
export function answer(request: RecordedRequest, service: Service, fault: Fault | null): Answer {
  const { authorization } = request.headers;
  const denied = [...service.denied].some((path) => request.path.startsWith(path));
  if (denied || authorization !== `DeepL-Auth-Key ${service.key}`) {
    return refuse(403, 'Authorization failed.');
  }
  if (fault?.type === 'status') {
    return refuse(fault.status, fault.message ?? 'A fault that the test asked for.');
  }
  if (fault?.type === 'echo-key') return refuse(500, `bad header: ${authorization}`);
  return route(request, service, fault);
}
