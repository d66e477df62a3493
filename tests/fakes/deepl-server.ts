/**
 * A server that speaks DeepL's text API as documented (`/v2/translate` with form bodies, `/v2/usage`)
 * and knows nothing of the code under test. Its "translations" are the same for the same text: Chinese
 * without a Latin word, English without a Han character. Faults are switched on by the test.
 *
 * Stand-alone: `node tests/fakes/deepl-server.ts PORT` (key `test-key`), then set
 * DEEPL_SERVER_URL=http://127.0.0.1:PORT and DEEPL_AUTH_KEY=test-key.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAX_TEXTS = 50;
const MAX_BODY = 128 * 1024;
const TARGETS = ['zh', 'zh-hans', 'zh-hant', 'en-us', 'en-gb'];
const SOURCES = ['zh', 'en'];

export type Fault =
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Blank texts: all of them, or the one at `only`. */
  | { readonly type: 'empty'; readonly only?: number }
  | { readonly type: 'drop-tags' }
  | { readonly type: 'empty-tags' }
  | { readonly type: 'short' }
  | { readonly type: 'long' }
  /** The connection breaks in the middle of the answer; the texts have been charged. */
  | { readonly type: 'reset' }
  /** No answer at all; the texts have been charged. */
  | { readonly type: 'stall' }
  | { readonly type: 'not-json' }
  /** Says nothing of what was charged and which model was used. */
  | { readonly type: 'silent' }
  /** Answers the key that it was sent, as a careless proxy might. */
  | { readonly type: 'echo-key' }
  /** 400 for a request with tag handling that holds this. */
  | { readonly type: 'refuse'; readonly holding: string; readonly plainToo?: boolean };

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Length of the body as it came, in bytes. */
  readonly bytes: number;
  readonly texts: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export interface FakeDeepl {
  readonly url: string;
  readonly key: string;
  /** Every request that was sent, refused ones too. */
  readonly requests: RecordedRequest[];
  /** Characters charged so far. */
  usage: number;
  /** Characters that may be charged in all. */
  quota: number;
  /** The fault of the next `times` requests; null for none. */
  fail(fault: Fault | null, times?: number): void;
  /** Called when a request has come in, before it is answered. */
  onRequest: (request: RecordedRequest) => void;
  close(): Promise<void>;
}

// ── the "translation" ────────────────────────────────────────────────────────────────────────────

const HAN = [
  ...'春江花月夜山水云风雨雪松竹梅兰菊石泉林海天地星光明远近高低深浅长短新旧东西南北城乡路桥',
];
const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo ga go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );
const WORDS_TO_HAN: Readonly<Record<string, string>> = {
  thousand: '千',
  million: '百万',
  billion: '十亿',
  percent: '%',
};
const HAN_TO_WORDS: Readonly<Record<string, string>> = {
  万: ' ten thousand ',
  亿: ' hundred million ',
};
const TO_WIDE: Readonly<Record<string, string>> = {
  '. ': '。',
  ', ': '，',
  '; ': '；',
  ': ': '：',
  '? ': '？',
  '! ': '！',
};
const TO_NARROW: Readonly<Record<string, string>> = {
  '。': '. ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '《': ' "',
  '》': '" ',
  '「': ' "',
  '」': '" ',
};

function hash(text: string): number {
  let value = 2166136261;
  for (const char of text.toLowerCase()) {
    value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return value;
}

function hanFor(word: string): string {
  const known = WORDS_TO_HAN[word.toLowerCase()];
  if (known !== undefined) return known;
  const value = hash(word);
  const first = HAN[value % HAN.length] ?? '';
  return word.length < 4 ? first : first + (HAN[(value >>> 8) % HAN.length] ?? '');
}

function toChinese(text: string): string {
  return text
    .replace(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu, hanFor)
    .replace(/[.,;:?!](?:\s|$)/g, (sign) => TO_WIDE[`${sign[0]} `] ?? sign)
    .replace(/(?<=\p{Script=Han}|[，。；：？！])\s+|\s+(?=\p{Script=Han})/gu, '');
}

function wordFor(run: string): string {
  let word = '';
  for (const char of run) word += SYLLABLES[hash(char) % SYLLABLES.length] ?? '';
  return word;
}

function toEnglish(text: string): string {
  return text
    .replace(/[万亿]/g, (sign) => HAN_TO_WORDS[sign] ?? '')
    .replace(
      /\p{Script=Han}+/gu,
      (run) => ` ${(run.match(/.{1,2}/gu) ?? []).map(wordFor).join(' ')} `,
    )
    .replace(/[\u3001-\u300d\uff01-\uff1f]/g, (sign) => TO_NARROW[sign] ?? ' ')
    .replace(/\s+(?=[.,;:?!)])/g, '')
    .replace(/\s+/g, ' ');
}

function fakeText(text: string, target: string): string {
  return target === 'zh' ? toChinese(text) : toEnglish(text);
}

function finish(text: string, target: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (target === 'zh') return `译：${trimmed}`;
  return trimmed.replace(/^([^\p{L}<]*)(\p{L})/u, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

// ── XML, strictly ────────────────────────────────────────────────────────────────────────────────

interface XmlPart {
  readonly type: 'text' | 'open' | 'close' | 'void';
  readonly value: string;
  /** Of the element; '' for text. */
  readonly name: string;
}

const XML = /<(\/?)([A-Za-z][\w-]*)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>|[^<]+|</g;
const BAD_TEXT = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

function partOf([value, closing, name, empty]: RegExpExecArray): XmlPart {
  if (name === undefined) return { type: 'text', value, name: '' };
  if (closing === '/') return { type: 'close', value, name };
  return { type: empty === '/' ? 'void' : 'open', value, name };
}

function isBalanced(parts: readonly XmlPart[]): boolean {
  const open: string[] = [];
  for (const { type, name } of parts) {
    if (type === 'open') open.push(name);
    if (type === 'close' && open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** Parts of a well-formed fragment; null when it is not well-formed. */
function parseXml(text: string): XmlPart[] | null {
  const parts = [...text.matchAll(XML)].map(partOf);
  const isGood = parts.every(({ type, value }) => type !== 'text' || !BAD_TEXT.test(value));
  return isGood && isBalanced(parts) ? parts : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function translateXml(parts: readonly XmlPart[], target: string): string {
  const joined = parts
    .map(({ type, value }) =>
      type === 'text' ? escapeXml(fakeText(unescapeXml(value), target)) : value,
    )
    .join('');
  if (target === 'zh') return finish(joined, target);
  const spaced = joined
    .replace(/(<g [^>]*>)\s+/g, ' $1')
    .replace(/\s+<\/g>/g, '</g> ')
    .replace(/(\p{L})(<[gx] )/gu, '$1 $2')
    .replace(/(\/g>|\/>)(\p{L})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[.,;:?!)])/g, '');
  return finish(spaced, target);
}

// ── the service ──────────────────────────────────────────────────────────────────────────────────

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function refuse(status: number, message: string): Answer {
  return { status, body: { message } };
}

function root(code: string): string {
  return code.toLowerCase().split('-')[0] ?? '';
}

function record(request: IncomingMessage, body: Buffer): RecordedRequest {
  const form = new URLSearchParams(body.toString('utf8'));
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    bytes: body.length,
    texts: form.getAll('text'),
    fields: Object.fromEntries([...form].filter(([name]) => name !== 'text')),
  };
}

function badField({ texts, fields }: RecordedRequest): string | null {
  const holds = (name: string, allowed: readonly string[]) =>
    allowed.includes((fields[name] ?? '').toLowerCase());
  const rules: readonly (readonly [boolean, string])[] = [
    [texts.length > 0, "Parameter 'text' not specified."],
    [texts.length <= MAX_TEXTS, 'Too many texts in one request.'],
    [holds('target_lang', TARGETS), "Value for 'target_lang' not supported."],
    [holds('source_lang', SOURCES), "Value for 'source_lang' not supported."],
    [!holds('formality', ['more', 'less']), "'formality' is not supported for this language."],
  ];
  return rules.find(([kept]) => !kept)?.[1] ?? null;
}

interface Translated {
  readonly text: string;
  readonly billed: number;
}

/** Null when tag handling was asked for and the text is not well-formed. */
function translateOne(text: string, { fields }: RecordedRequest): Translated | null {
  const target = root(fields['target_lang'] ?? '');
  const same = root(fields['source_lang'] ?? '') === target;
  if (fields['tag_handling'] !== 'xml') {
    const done = same ? text : finish(fakeText(text, target), target);
    return { text: done, billed: [...text].length };
  }
  const parts = parseXml(text);
  if (parts === null) return null;
  const shown = parts.filter(({ type }) => type === 'text').map(({ value }) => unescapeXml(value));
  return { text: same ? text : translateXml(parts, target), billed: [...shown.join('')].length };
}

function damage(texts: readonly string[], fault: Fault | null): string[] {
  switch (fault?.type) {
    case 'empty':
      return texts.map((text, index) => (index === (fault.only ?? index) ? ' ' : text));
    case 'drop-tags':
      return texts.map((text) => text.replace(/<[^>]*>/g, ''));
    case 'empty-tags':
      return texts.map((text) => text.replace(/(<g [^>]*>)[^<]+(<\/g>)/g, '$1$2'));
    case 'short':
      return texts.slice(1);
    case 'long':
      return [...texts, 'one too many'];
    default:
      return [...texts];
  }
}

function isRefused({ texts, fields }: RecordedRequest, fault: Fault | null): boolean {
  if (fault?.type !== 'refuse') return false;
  const concerned = fault.plainToo === true || fields['tag_handling'] !== undefined;
  return concerned && texts.some((text) => text.includes(fault.holding));
}

function translate(request: RecordedRequest, server: FakeDeepl, fault: Fault | null): Answer {
  const bad = badField(request);
  if (bad !== null) return refuse(400, bad);
  if (isRefused(request, fault)) return refuse(400, 'Tag handling parsing failed');
  const results = request.texts.map((text) => translateOne(text, request));
  if (results.includes(null)) return refuse(400, 'Tag handling parsing failed');
  const done = results as Translated[];
  const billed = done.reduce((sum, result) => sum + result.billed, 0);
  if (server.usage + billed > server.quota) return refuse(456, 'Quota Exceeded');
  server.usage += billed;
  const model = request.fields['model_type']?.replace('prefer_', '') ?? 'latency_optimized';
  const translations = damage(
    done.map(({ text }) => text),
    fault,
  ).map((text, index) => ({
    detected_source_language: (request.fields['source_lang'] ?? 'en').toUpperCase(),
    text,
    ...(fault?.type === 'silent'
      ? {}
      : { billed_characters: done[index]?.billed ?? 0, model_type_used: model }),
  }));
  return { status: 200, body: { translations } };
}

function route(request: RecordedRequest, server: FakeDeepl, fault: Fault | null): Answer {
  if (request.bytes > MAX_BODY) return refuse(413, 'Request entity too large.');
  if (request.path === '/v2/usage') {
    return { status: 200, body: { character_count: server.usage, character_limit: server.quota } };
  }
  const known = request.path === '/v2/translate' && request.method === 'POST';
  return known ? translate(request, server, fault) : refuse(404, 'Not found');
}

function answer(request: RecordedRequest, server: FakeDeepl, fault: Fault | null): Answer {
  const { authorization } = request.headers;
  if (authorization !== `DeepL-Auth-Key ${server.key}`) return refuse(403, 'Authorization failed.');
  if (fault?.type === 'status') return refuse(fault.status, 'A fault that the test asked for.');
  if (fault?.type === 'echo-key') return refuse(500, `bad header: ${authorization}`);
  return route(request, server, fault);
}

function send(response: ServerResponse, { status, body }: Answer, fault: Fault | null): void {
  const text = fault?.type === 'not-json' ? '<html>Gateway</html>' : JSON.stringify(body);
  const retryAfter = fault?.type === 'status' ? fault.retryAfter : undefined;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  if (fault?.type !== 'reset') {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Starts the server on a free port of 127.0.0.1, or on the one named. */
export async function startFakeDeepl({
  port = 0,
  key = 'test-key',
  quota = 500_000,
}: { port?: number; key?: string; quota?: number } = {}): Promise<FakeDeepl> {
  let fault: Fault | null = null;
  let left = 0;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const recorded = record(request, body);
      fake.requests.push(recorded);
      fake.onRequest(recorded);
      const current = left > 0 ? fault : null;
      left -= 1;
      const result = answer(recorded, fake, current);
      if (current?.type !== 'stall') send(response, result, current);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const fake: FakeDeepl = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    requests: [],
    usage: 0,
    quota,
    fail(next, times = Number.POSITIVE_INFINITY) {
      fault = next;
      left = times;
    },
    onRequest: () => {},
    close: () => close(server),
  };
  return fake;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fake = await startFakeDeepl({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`DEEPL_SERVER_URL=${fake.url} DEEPL_AUTH_KEY=${fake.key}\n`);
}
