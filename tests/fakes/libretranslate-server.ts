/**
 * A server that speaks LibreTranslate's API as documented (`/languages`, `/translate` with JSON) and knows
 * nothing of the code under test. HTML goes through as Beautiful Soup leaves it: attributes kept, every
 * element closed by an end tag, `translate="no"` left alone. Faults are switched on by the test.
 *
 * Stand-alone: `node tests/fakes/libretranslate-server.ts PORT`, then set `libretranslate.server` of the
 * config to http://127.0.0.1:PORT.
 */
import { fileURLToPath } from 'node:url';
import { fakeWords } from './fake-words.ts';
import type { JsonReply, JsonRequest, JsonServer } from './json-server.ts';
import { brokenBy, startJsonServer } from './json-server.ts';

const MAX_TEXTS = 32;
const MAX_CHARACTERS = 5000;

export type LibretranslateFault =
  | {
      readonly type: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'reset' | 'stall' | 'not-json' | 'short' | 'long' }
  /** Blank texts: all of them, or the one at `only`. */
  | { readonly type: 'empty'; readonly only?: number }
  | { readonly type: 'drop-tags' }
  /** As some versions: escapes are undone in HTML too. */
  | { readonly type: 'unescape' }
  /** Answers the key that it was sent, as a careless proxy might. */
  | { readonly type: 'echo-key' };

export interface FakeLibretranslate extends JsonServer {
  /** '' for a server that asks for none. */
  readonly key: string;
  /** The requests for translations. */
  translations(): readonly JsonRequest[];
  fail(fault: LibretranslateFault | null): void;
}

interface Setting {
  readonly key: string;
  readonly languages: readonly string[];
}

function refuse(status: number, error: string): JsonReply {
  return { status, body: { error } };
}

type Fields = Readonly<Record<string, unknown>>;

function overLimit(texts: readonly string[]): string | null {
  const longest = Math.max(0, ...texts.map((text) => text.length));
  const over = (size: number, limit: number) =>
    `Invalid request: request (${size}) exceeds text limit (${limit})`;
  if (texts.length > MAX_TEXTS) return over(texts.length, MAX_TEXTS);
  return longest > MAX_CHARACTERS ? over(longest, MAX_CHARACTERS) : null;
}

function badFields(fields: Fields, languages: readonly string[]): string | null {
  const missing = ['q', 'source', 'target'].find((name) => !fields[name]);
  if (missing !== undefined) return `Invalid request: missing ${missing} parameter`;
  const codes = [String(fields['source']), String(fields['target'])];
  const unknown = codes.find((code) => !languages.includes(code));
  if (unknown !== undefined) return `${unknown} is not supported`;
  const format = String(fields['format'] ?? 'text');
  if (!['text', 'html'].includes(format)) return `${format} format is not supported`;
  return overLimit(textsOf(fields));
}

function judge(fields: Fields, { key, languages }: Setting): JsonReply | null {
  if (key !== '' && fields['api_key'] !== key) return refuse(403, 'Invalid API key');
  const bad = badFields(fields, languages);
  return bad === null ? null : refuse(400, bad);
}

function textsOf({ q }: Fields): readonly string[] {
  return Array.isArray(q) ? q.map(String) : [String(q)];
}

function translateHtml(html: string, to: 'zh' | 'en'): string {
  let left = 0;
  return html
    .split(/(<[^>]*>|&[a-z]+;)/)
    .map((part) => {
      const isTag = part.startsWith('<');
      if (isTag && left > 0) left += part.startsWith('</') ? -1 : 1;
      else if (/translate="no"/.test(part)) left = 1;
      return isTag || left > 0 || /^&[a-z]+;$/.test(part) ? part : fakeWords(part, to);
    })
    .join('');
}

function translated(fields: Fields): readonly string[] {
  const to = fields['target'] === 'en' ? 'en' : 'zh';
  const change = fields['format'] === 'html' ? translateHtml : fakeWords;
  return textsOf(fields).map((text) => change(text, to));
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function damaged(texts: readonly string[], fault: LibretranslateFault | null): readonly string[] {
  switch (fault?.type) {
    case 'empty':
      return texts.map((text, index) => (index === (fault.only ?? index) ? '' : text));
    case 'short':
      return texts.slice(1);
    case 'long':
      return [...texts, 'one too many'];
    case 'drop-tags':
      return texts.map((text) => text.replace(/<b [^>]*>|<\/b>/g, ''));
    case 'unescape':
      return texts.map(unescaped);
    default:
      return texts;
  }
}

function trouble(fields: Fields, fault: LibretranslateFault | null): JsonReply | null {
  if (fault?.type === 'echo-key') return refuse(500, `bad key: ${String(fields['api_key'])}`);
  if (fault?.type !== 'status') return null;
  const { status, message = 'A fault that the test asked for.', headers = {} } = fault;
  return { ...refuse(status, message), headers };
}

function translate(fields: Fields, setting: Setting, fault: LibretranslateFault | null): JsonReply {
  const refused = trouble(fields, fault) ?? judge(fields, setting);
  if (refused !== null) return refused;
  const texts = damaged(translated(fields), fault);
  const body = { translatedText: Array.isArray(fields['q']) ? texts : texts[0] };
  return { status: 200, body, ...brokenBy(fault?.type ?? '') };
}

function answer(
  { method, path, body }: JsonRequest,
  setting: Setting,
  fault: LibretranslateFault | null,
): JsonReply {
  switch (`${method} ${path}`) {
    case 'GET /languages': {
      const targets = setting.languages;
      return { status: 200, body: targets.map((code) => ({ code, name: code, targets })) };
    }
    case 'POST /translate':
      return translate((body ?? {}) as Fields, setting, fault);
    default:
      return refuse(404, 'Not Found');
  }
}

/** Starts the server on a free port of 127.0.0.1, or on the one named. */
export async function startFakeLibretranslate({
  port = 0,
  key = '',
  languages = ['en', 'zh-Hans', 'zh-Hant'],
}: {
  port?: number;
  key?: string;
  languages?: readonly string[];
} = {}): Promise<FakeLibretranslate> {
  let fault: LibretranslateFault | null = null;
  const setting = { key, languages };
  const server = await startJsonServer((request) => answer(request, setting, fault), port);
  return Object.assign(server, {
    key,
    translations: () => server.requests.filter(({ path }) => path === '/translate'),
    fail: (next: LibretranslateFault | null) => {
      fault = next;
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fake = await startFakeLibretranslate({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`libretranslate.server=${fake.url}\n`);
}
