/**
 * A server that speaks OpenAI's chat completions as documented (`/v1/chat/completions`) and knows nothing
 * of the code under test, but for one thing: it plays a model that was asked to translate a JSON document
 * `{"texts":[{"id","text"}]}` of the user message. Faults are switched on by the test.
 *
 * Stand-alone: `node tests/fakes/openai-server.ts PORT` (key `test-key`), then set `openai.server` of the
 * config to http://127.0.0.1:PORT/v1 and OPENAI_API_KEY=test-key.
 */
import { fileURLToPath } from 'node:url';
import { fakeMarkup, otherOf } from './fake-words.ts';
import type { JsonReply, JsonRequest, JsonServer } from './json-server.ts';
import { brokenBy, jsonOf, startJsonServer } from './json-server.ts';

export type OpenaiFault =
  | {
      readonly type: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'reset' | 'stall' | 'not-json' }
  /** Blank texts: all of them, or the one at `only`. */
  | { readonly type: 'empty'; readonly only?: number }
  | {
      readonly type:
        | 'short'
        | 'long'
        | 'duplicate'
        | 'reorder'
        | 'unknown-id'
        | 'extra-field'
        | 'extra-top-field'
        | 'prose'
        | 'fenced'
        | 'bare-list';
    }
  | { readonly type: 'refusal' | 'length' | 'content-filter' | 'no-choices' | 'silent' }
  /** As servers that have no structured output: 400 that names the field. */
  | { readonly type: 'no-json-schema' }
  /** Answers the key that it was sent, as a careless proxy might. */
  | { readonly type: 'echo-key' };

export interface ChatMessage {
  readonly role: string;
  readonly content: string;
}

export interface FakeOpenai extends JsonServer {
  readonly key: string;
  /** The messages of every request that was sent. */
  messages(): readonly (readonly ChatMessage[])[];
  fail(fault: OpenaiFault | null): void;
}

type Fields = Readonly<Record<string, unknown>>;

const PARAMETERS = [
  'model',
  'messages',
  'response_format',
  'max_completion_tokens',
  'store',
  'metadata',
  'user',
  'seed',
];
const ROLES = ['system', 'developer', 'user', 'assistant'];
const MODELS = ['gpt-5-mini', 'local-model'];

function refuse(
  status: number,
  message: string,
  code: string | null = null,
  param = '',
): JsonReply {
  return { status, body: { error: { message, type: 'invalid_request_error', code, param } } };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Strict structured output wants every object closed and every property required. */
function isStrict(schema: unknown): boolean {
  const { type, properties, required, additionalProperties, items } = fieldsOf(schema);
  if (type === 'array') return isStrict(items);
  if (type !== 'object') return typeof type === 'string';
  const names = Object.keys(fieldsOf(properties));
  return (
    additionalProperties === false &&
    names.every((name) => listOf(required).includes(name)) &&
    Object.values(fieldsOf(properties)).every(isStrict)
  );
}

function badFormat(format: Fields, body: Fields): string | null {
  if (format['type'] === 'json_object') {
    const said = /json/i.test(JSON.stringify(body['messages']));
    return said ? null : "'messages' must contain the word 'json' in some form.";
  }
  if (format['type'] !== 'json_schema') return "Invalid value: 'response_format.type'.";
  const { name, strict, schema } = fieldsOf(format['json_schema']);
  if (!/^[\w-]{1,64}$/.test(String(name))) return "Invalid 'response_format.json_schema.name'.";
  return strict === true && isStrict(schema) ? null : 'Invalid schema for response_format.';
}

function badMessages(fields: Fields): boolean {
  const messages = listOf(fields['messages']).map(fieldsOf);
  const wrong = messages.some(
    ({ role, content }) => !ROLES.includes(String(role)) || typeof content !== 'string',
  );
  return wrong || messages.length === 0;
}

/** What a request is refused for by its address and headers. */
function judgeHead({ method, path, body, headers }: JsonRequest, key: string): JsonReply | null {
  if (`${method} ${path}` !== 'POST /v1/chat/completions') return refuse(404, 'Not Found');
  if (headers.authorization !== `Bearer ${key}`) {
    return refuse(401, 'Incorrect API key provided: sk-wr*********ng.', 'invalid_api_key');
  }
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  return isJson && body !== undefined
    ? null
    : refuse(400, 'We could not parse the JSON body of your request.');
}

/** What a request is refused for by its fields. */
function judgeFields(fields: Fields): JsonReply | null {
  const unknown = Object.keys(fields).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) {
    return refuse(400, `Unsupported parameter: '${unknown}'.`, 'unsupported_parameter', unknown);
  }
  if (!MODELS.includes(String(fields['model']))) {
    return refuse(404, `The model '${String(fields['model'])}' does not exist.`, 'model_not_found');
  }
  if (badMessages(fields)) return refuse(400, "Invalid 'messages'.");
  const format = fields['response_format'];
  const bad = format === undefined ? null : badFormat(fieldsOf(format), fields);
  return bad === null ? null : refuse(400, bad, null, 'response_format');
}

// ── the "model" ──────────────────────────────────────────────────────────────────────────────────

interface Item {
  readonly id: string;
  readonly text: string;
}

function translate(messages: readonly ChatMessage[]): readonly Item[] {
  const last = messages.findLast(({ role }) => role === 'user');
  return listOf(fieldsOf(jsonOf(last?.content ?? ''))['texts'])
    .map(fieldsOf)
    .map(({ id, text }) => {
      const source = String(text);
      return { id: String(id), text: fakeMarkup(source, otherOf(source)) };
    });
}

type Damage = (items: readonly Item[], only?: number) => readonly Item[];

const DAMAGES: Readonly<Record<string, Damage>> = {
  empty: (items, only) =>
    items.map((item, index) => (index === (only ?? index) ? { ...item, text: ' ' } : item)),
  short: (items) => items.slice(1),
  long: (items) => [...items, { id: 't99', text: 'one too many' }],
  duplicate: (items) => [...items.slice(0, -1), ...items.slice(0, 1)],
  reorder: (items) => items.toReversed(),
  'unknown-id': (items) =>
    items.map((item, index) => (index === 0 ? { ...item, id: 'headline' } : item)),
};

function damaged(items: readonly Item[], fault: OpenaiFault | null): readonly Item[] {
  const damage = DAMAGES[fault?.type ?? ''];
  if (damage === undefined) return items;
  return damage(items, fault?.type === 'empty' ? fault.only : undefined);
}

function contentFor(items: readonly Item[], fault: OpenaiFault | null): string {
  const translations = damaged(items, fault);
  const plain = JSON.stringify({ translations });
  switch (fault?.type) {
    case 'extra-field':
      return JSON.stringify({ translations: translations.map((item) => ({ ...item, note: 'x' })) });
    case 'extra-top-field':
      return JSON.stringify({ translations, comment: 'Done as you asked.' });
    case 'prose':
      return `PWNED. ${items.map(({ text }) => text).join(' ')}`;
    case 'fenced':
      return `Here you are:\n\`\`\`json\n${plain}\n\`\`\``;
    case 'bare-list':
      return JSON.stringify(translations);
    case 'length':
      return plain.slice(0, -5);
    default:
      return plain;
  }
}

const FINISH: Readonly<Record<string, string>> = {
  length: 'length',
  'content-filter': 'content_filter',
};

function complete(request: JsonRequest, fault: OpenaiFault | null): JsonReply {
  const type = fault?.type ?? '';
  const { model, messages } = fieldsOf(request.body);
  const content = contentFor(translate(messages as readonly ChatMessage[]), fault);
  const message =
    type === 'refusal'
      ? { role: 'assistant', content: null, refusal: 'I cannot help with that.' }
      : { role: 'assistant', content, refusal: null };
  const choice = { index: 0, message, finish_reason: FINISH[type] ?? 'stop' };
  const [prompt, completion] = [request.bytes >> 2, content.length >> 2];
  const usage = {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
  const body = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: type === 'no-choices' ? [] : [choice],
    ...(type === 'silent' ? {} : { model: `${String(model)}-2026-08-07`, usage }),
  };
  return { status: 200, body, ...brokenBy(type) };
}

/** Faults that come instead of any look at the request. */
function trouble(request: JsonRequest, fault: OpenaiFault | null): JsonReply | null {
  if (fault?.type === 'echo-key') return refuse(500, `bad: ${request.headers.authorization}`);
  if (fault?.type !== 'status') return null;
  const { status, code = null, message = 'A fault that the test asked for.', headers = {} } = fault;
  return { ...refuse(status, message, code), headers };
}

function answer(request: JsonRequest, key: string, fault: OpenaiFault | null): JsonReply {
  const fields = fieldsOf(request.body);
  const refused = trouble(request, fault) ?? judgeHead(request, key) ?? judgeFields(fields);
  if (refused !== null) return refused;
  const format = fieldsOf(fields['response_format'])['type'];
  return fault?.type === 'no-json-schema' && format === 'json_schema'
    ? refuse(400, "'response_format' of type json_schema is not available.")
    : complete(request, fault);
}

/** Starts the server on a free port of 127.0.0.1, or on the one named. */
export async function startFakeOpenai({
  port = 0,
  key = 'test-key',
}: { port?: number; key?: string } = {}): Promise<FakeOpenai> {
  let fault: OpenaiFault | null = null;
  const server = await startJsonServer((request) => answer(request, key, fault), port);
  return Object.assign(server, {
    key,
    messages: () =>
      server.requests.map(({ body }) => fieldsOf(body)['messages'] as readonly ChatMessage[]),
    fail: (next: OpenaiFault | null) => {
      fault = next;
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fake = await startFakeOpenai({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`openai.server=${fake.url}/v1 OPENAI_API_KEY=${fake.key}\n`);
}
