/** The glossaries of an account: /v3/glossaries. */
import type { Answer, RecordedRequest } from './protocol.ts';
import { refuse, root } from './protocol.ts';
import type { Entries } from './texts.ts';

const MAX_TERM_BYTES = 1024;

/** Entries by direction, such as `zh>en`. */
export interface FakeGlossary {
  readonly id: string;
  name: string;
  readonly created: string;
  readonly dictionaries: Map<string, Map<string, string>>;
}

export interface Account {
  readonly glossaries: Map<string, FakeGlossary>;
  /** Glossaries that it may hold. */
  glossaryLimit: number;
  /** So many entries of every upload are lost without a word. */
  glossaryLoses: number;
}

interface Upload {
  readonly direction: string;
  readonly entries: Map<string, string>;
}

const COUNT = { made: 0 };

function newId(): string {
  COUNT.made += 1;
  return `00000000-0000-4000-8000-${String(COUNT.made).padStart(12, '0')}`;
}

function isTerm(text: string | undefined): text is string {
  const fits = text !== undefined && text.trim() === text && text !== '';
  return fits && !/[\p{Cc}\u2028\u2029]/u.test(text) && Buffer.byteLength(text) <= MAX_TERM_BYTES;
}

/** Null for entries that the service would refuse. */
function readEntries(tsv: string): Map<string, string> | null {
  const entries = new Map<string, string>();
  for (const line of tsv.split('\n')) {
    const [source, target, more] = line.split('\t');
    if (!isTerm(source) || !isTerm(target) || more !== undefined || entries.has(source))
      return null;
    entries.set(source, target);
  }
  return entries;
}

function readUpload(fields: RecordedRequest['fields'], prefix: string): Upload | null {
  const field = (name: string) => fields[`${prefix}${name}`] ?? '';
  const [source, target] = [field('source_lang'), field('target_lang')];
  const isPair = [`${source}>${target}`].some((pair) => pair === 'zh>en' || pair === 'en>zh');
  const entries = field('entries_format') === 'tsv' ? readEntries(field('entries')) : null;
  return isPair && entries !== null ? { direction: `${source}>${target}`, entries } : null;
}

function readUploads(fields: RecordedRequest['fields']): readonly (Upload | null)[] {
  const uploads: (Upload | null)[] = [];
  while (fields[`dictionaries[${uploads.length}].source_lang`] !== undefined) {
    uploads.push(readUpload(fields, `dictionaries[${uploads.length}].`));
  }
  return uploads;
}

function store(account: Account, glossary: FakeGlossary, { direction, entries }: Upload): void {
  const kept = [...entries].slice(0, Math.max(0, entries.size - account.glossaryLoses));
  glossary.dictionaries.set(direction, new Map(kept));
}

function shownDictionary(direction: string, entries: ReadonlyMap<string, string>): object {
  const [source_lang, target_lang] = direction.split('>');
  return { source_lang, target_lang, entry_count: entries.size };
}

function shown({ id, name, created, dictionaries }: FakeGlossary): object {
  return {
    glossary_id: id,
    name,
    dictionaries: [...dictionaries].map(([direction, entries]) =>
      shownDictionary(direction, entries),
    ),
    creation_time: created,
  };
}

function isName(name: string | undefined): name is string {
  return name !== undefined && name.trim() !== '' && Buffer.byteLength(name) <= MAX_TERM_BYTES;
}

function create(account: Account, { fields }: RecordedRequest): Answer {
  const uploads = readUploads(fields);
  const name = fields['name'];
  if (!isName(name)) return refuse(400, 'Invalid glossary name.');
  if (uploads.length === 0 || uploads.includes(null))
    return refuse(400, 'Invalid glossary entries.');
  if (account.glossaries.size >= account.glossaryLimit) return refuse(456, 'Quota Exceeded');
  const created = new Date(1_700_000_000_000 + account.glossaries.size * 1000).toISOString();
  const glossary: FakeGlossary = { id: newId(), name, created, dictionaries: new Map() };
  for (const upload of uploads) if (upload !== null) store(account, glossary, upload);
  account.glossaries.set(glossary.id, glossary);
  return { status: 201, body: shown(glossary) };
}

function patch(account: Account, glossary: FakeGlossary, { fields }: RecordedRequest): Answer {
  const uploads = readUploads(fields);
  const name = fields['name'] ?? glossary.name;
  if (!isName(name) || uploads.includes(null)) return refuse(400, 'Invalid glossary.');
  glossary.name = name;
  for (const upload of uploads) {
    if (upload === null) continue;
    const before = glossary.dictionaries.get(upload.direction) ?? [];
    const entries = new Map([...before, ...upload.entries]);
    store(account, glossary, { direction: upload.direction, entries });
  }
  return { status: 200, body: shown(glossary) };
}

function replace(account: Account, glossary: FakeGlossary, { fields }: RecordedRequest): Answer {
  const upload = readUpload(fields, '');
  if (upload === null) return refuse(400, 'Invalid glossary entries.');
  store(account, glossary, upload);
  const stored = glossary.dictionaries.get(upload.direction) ?? new Map<string, string>();
  return { status: 200, body: shownDictionary(upload.direction, stored) };
}

function entriesOf(glossary: FakeGlossary, { query }: RecordedRequest): Answer {
  const { source_lang, target_lang } = query;
  const entries = glossary.dictionaries.get(`${source_lang}>${target_lang}`);
  if (entries === undefined) return refuse(404, 'Dictionary not found');
  const tsv = [...entries].map((pair) => pair.join('\t')).join('\n');
  const dictionary = { source_lang, target_lang, entries: tsv, entries_format: 'tsv' };
  return { status: 200, body: { dictionaries: [dictionary] } };
}

function removeDictionary(glossary: FakeGlossary, { query }: RecordedRequest): Answer {
  const found = glossary.dictionaries.delete(`${query['source_lang']}>${query['target_lang']}`);
  return found ? { status: 204, body: undefined } : refuse(404, 'Dictionary not found');
}

function ofOne(account: Account, glossary: FakeGlossary, request: RecordedRequest): Answer {
  const part = request.path.split('/').slice(4).join('/');
  switch (`${request.method} ${part}`) {
    case 'GET ':
      return { status: 200, body: shown(glossary) };
    case 'PATCH ':
      return patch(account, glossary, request);
    case 'DELETE ':
      account.glossaries.delete(glossary.id);
      return { status: 204, body: undefined };
    case 'GET entries':
      return entriesOf(glossary, request);
    case 'PUT dictionaries':
      return replace(account, glossary, request);
    case 'DELETE dictionaries':
      return removeDictionary(glossary, request);
    default:
      return refuse(404, 'Not found');
  }
}

/** Answers a request for `/v3/glossaries` and what is below it. */
export function glossaryAnswer(account: Account, request: RecordedRequest): Answer {
  const id = request.path.split('/')[3];
  if (id === undefined) {
    if (request.method === 'POST') return create(account, request);
    return { status: 200, body: { glossaries: [...account.glossaries.values()].map(shown) } };
  }
  const glossary = account.glossaries.get(id);
  return glossary === undefined
    ? refuse(404, 'Glossary not found')
    : ofOne(account, glossary, request);
}

/** The entries that a translation has to use, or the refusal. */
export function glossaryFor(account: Account, { fields }: RecordedRequest): Entries | Answer {
  const id = fields['glossary_id'] ?? fields['glossary_ids'];
  if (id === undefined) return [];
  const glossary = account.glossaries.get(id);
  if (glossary === undefined) return refuse(404, 'Glossary not found');
  const direction = `${root(fields['source_lang'] ?? '')}>${root(fields['target_lang'] ?? '')}`;
  const entries = glossary.dictionaries.get(direction);
  if (entries === undefined)
    return refuse(400, 'Glossary has no dictionary for this language pair.');
  return [...entries].toSorted(([a], [b]) => b.length - a.length);
}
