/**
 * The workspace's config: checked once at the edge, trusted inside. Keys of services never stand in it;
 * they come from the environment.
 */
import * as v from 'valibot';
import { ALSO } from './core/also.ts';
import { UserError } from './core/errors.ts';
import { nearest } from './core/nearest.ts';
import { VARIANTS } from './core/variants.ts';

const field = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*$/, 'expected a name like "title"'));
const lang = v.picklist(['zh', 'en']);

const address = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/\S+$/, 'expected an address like "https://api.example"'),
);
const words = v.pipe(v.string(), v.regex(/\S/, 'expected a text that is not empty'));
const instructions = v.pipe(
  v.array(v.pipe(words, v.maxLength(300, 'expected at most 300 characters'))),
  v.maxLength(10, 'expected at most ten'),
);
/** Seconds that one request may take. */
const timeout = v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(600)), 30);
/** Price of a million characters, in the currency you think in. */
const price = v.optional(v.pipe(v.number(), v.minValue(0)));

const deepl = v.strictObject({
  /** Variant of English that drafts are written in. */
  english: v.optional(v.picklist(['en-US', 'en-GB']), 'en-US'),
  /** Script of the Chinese that drafts are written in. */
  chinese: v.optional(v.picklist(['zh-Hans', 'zh-Hant']), 'zh-Hans'),
  model: v.optional(
    v.picklist(['latency_optimized', 'quality_optimized', 'prefer_quality_optimized']),
    'prefer_quality_optimized',
  ),
  /** Address of the API: a region's, or a compatible server; DEEPL_SERVER_URL wins. */
  server: v.optional(address),
  /** Id of a style rule of the account, by target language. */
  style: v.optional(v.strictObject({ zh: v.optional(words), en: v.optional(words) }), {}),
  /** Instructions for the translation into a language, such as a house style; at most ten. */
  instructions: v.optional(
    v.strictObject({ zh: v.optional(instructions, []), en: v.optional(instructions, []) }),
    {},
  ),
  /** Whether the term base is uploaded as a glossary. */
  glossary: v.optional(v.boolean(), true),
  /** Tags the usage in DeepL's reports: a desk, a project. */
  reportingTag: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\x21-\x7e]{1,100}$/, 'expected 1 to 100 visible ASCII characters'),
    ),
  ),
  timeout,
});

const openai = v.strictObject({
  /** Base address of an OpenAI-compatible API. */
  server: v.optional(address, 'https://api.openai.com/v1'),
  model: v.optional(words, 'gpt-5-mini'),
  /** What the translation should be like, such as a house style. */
  instructions: v.optional(instructions, []),
  timeout,
});

const libretranslate = v.strictObject({
  server: v.optional(address, 'http://127.0.0.1:5000'),
  timeout,
});

const characters = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** Characters that may be charged; without a figure there is no cap. */
const budget = v.strictObject({
  /** By one call of `translate`. */
  run: characters,
  /** In a day and a month, by the clock of this machine. */
  day: characters,
  month: characters,
});

/** One folder of a site's address: what every server and every file system takes as it stands. */
const pathName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a name like "zh" or "read-both"'),
  v.maxLength(40, 'expected at most 40 characters'),
);
/** What else has a folder at the top of a site. */
const TAKEN: ReadonlySet<string> = new Set([
  'pictures',
  ...VARIANTS.map((region) => `zh-${region}`),
]);
const DEFAULT_PATHS = { zh: 'zh', en: 'en', bilingual: 'duizhao' };
const paths = v.pipe(
  v.strictObject({
    zh: v.optional(pathName, DEFAULT_PATHS.zh),
    en: v.optional(pathName, DEFAULT_PATHS.en),
    bilingual: v.optional(pathName, DEFAULT_PATHS.bilingual),
  }),
  v.check((names) => new Set(Object.values(names)).size === 3, 'expected three different names'),
  v.check(
    (names) => !Object.values(names).some((name) => TAKEN.has(name)),
    `expected other names than ${[...TAKEN].join(', ')}`,
  ),
);

/** Pages are named below it, so it can have no query, and everybody reads it. */
function isSiteAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}

const publish = v.strictObject({
  /** Where `publish` writes, relative to the workspace. */
  folder: v.optional(v.string(), 'site'),
  /** Address of the site, for absolute links; without it the pages link relatively. */
  url: v.optional(
    v.pipe(
      v.string(),
      v.url('expected an address like "https://news.example"'),
      v.check(
        isSiteAddress,
        'expected an address like "https://news.example", without a password, a query or a fragment',
      ),
    ),
  ),
  /** The site's name in both languages. */
  name: v.optional(v.strictObject({ zh: v.string(), en: v.string() }), {
    zh: '对照',
    en: 'Duizhao',
  }),
  /** The folder of each edition in the site's addresses. */
  paths: v.optional(paths, DEFAULT_PATHS),
  /** Articles on one page of an index. */
  perPage: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 30),
  /** What stands side by side on the bilingual page until a reader chooses. */
  granularity: v.optional(v.picklist(['paragraph', 'sentence']), 'paragraph'),
  /** What becomes of segments whose source has changed: the article waits, or shows what was approved last. */
  stale: v.optional(v.picklist(['refuse', 'last']), 'refuse'),
  /** What becomes of an article with a link to a page or picture that the site does not have. */
  links: v.optional(v.picklist(['refuse', 'warn']), 'refuse'),
  /** Whether pages name the people who signed the translation off. */
  translators: v.optional(v.boolean(), false),
  /** Regions whose Chinese pages are derived from the Chinese that was signed off. */
  variants: v.optional(v.array(v.picklist(VARIANTS)), []),
  /** A TSX file with parts of the pages in the place of the tool's own; relative to the workspace. */
  theme: v.optional(words),
  /** A CSS file that comes after the tool's own; relative to the workspace. */
  css: v.optional(words),
  /** An SVG, PNG or ICO file for a browser's tab, in the place of the tool's own; relative to the workspace. */
  icon: v.optional(words),
  /** What is written besides the pages. */
  also: v.optional(v.array(v.picklist(ALSO)), []),
});

const literals = v.optional(
  v.array(v.pipe(v.string(), v.regex(/\S/, 'expected a text that is not empty'))),
  [],
);

/** How text is cut, beyond the built-in rules. All are literal text. */
const segmentation = v.strictObject({
  /** Abbreviations after which a full stop ends no sentence. */
  abbreviations: literals,
  /** Texts that end in a mark which ends no sentence, such as a name: "Yahoo!". */
  noBreakAfter: literals,
  /** Texts that end a sentence wherever they stand, such as "；". */
  breakAfter: literals,
});

const level = v.picklist(['error', 'warning', 'note', 'off']);
/** How grave a check's findings are, by its id (`duizhao checks` lists them). */
const levels = v.strictObject({ severity: v.optional(v.record(v.string(), level), {}) });
const optionValue = v.union(
  [v.string(), v.number(), v.boolean(), v.array(v.string())],
  'expected a text, a number, true, false or a list of texts',
);

const checks = v.strictObject({
  /** House style that severities and options begin with. */
  style: v.optional(v.picklist(['newspaper', 'web', 'wire']), 'newspaper'),
  severity: levels.entries.severity,
  /** Options of single checks, by id. */
  options: v.optional(v.record(v.string(), v.record(v.string(), optionValue)), {}),
  /** In segments that are translated into Chinese, into English. */
  zh: v.optional(levels, {}),
  en: v.optional(levels, {}),
  /** While an article is a draft (`check --stage draft`), and when it is to go out. */
  stages: v.optional(
    v.strictObject({ draft: v.optional(levels, {}), publish: v.optional(levels, {}) }),
    {},
  ),
});

const grave = v.optional(v.picklist(['warn', 'block']), 'block');
const light = v.optional(v.picklist(['keep', 'warn', 'block']), 'block');

/** What a change of the source means, by its class; a change of fact cannot be kept by itself. */
const changes = v.strictObject({
  cosmetic: light,
  wording: light,
  factual: grave,
  rewrite: grave,
});

/** The config file's shape. Unknown keys are errors, so that a slip of the pen is not ignored. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** Language of the interface; `--lang` and DUIZHAO_LANG win over it. */
  lang: v.optional(lang),
  /** Front-matter fields that are translated. */
  fields: v.optional(v.pipe(v.array(field), v.minLength(1)), ['title', 'dek', 'description']),
  /** How many people have to sign a pair off before it is reviewed. */
  signOffs: v.optional(v.picklist([1, 2]), 1),
  segmentation: v.optional(segmentation, {}),
  checks: v.optional(checks, {}),
  changes: v.optional(changes, {}),
  /** What drafts the segments that the memory does not know. */
  engine: v.optional(v.picklist(['deepl', 'openai', 'libretranslate', 'pseudo', 'none']), 'deepl'),
  deepl: v.optional(deepl, {}),
  openai: v.optional(openai, {}),
  libretranslate: v.optional(libretranslate, {}),
  /** Requests that may be under way at a time. */
  concurrency: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)), 3),
  budget: v.optional(budget, {}),
  /** Price of a million characters, for the estimate; in the currency you think in. */
  pricePerMillion: v.optional(
    v.strictObject(
      { deepl: price, openai: price, libretranslate: price },
      'expected prices by engine, such as { "deepl": 20 }',
    ),
    {},
  ),
  /** A dictionary in the format of CC-CEDICT, plain or gzipped; relative to the workspace. */
  dictionary: v.optional(words),
  publish: v.optional(publish, {}),
});

export type Config = v.InferOutput<typeof configSchema>;

/** The config of a workspace that says nothing. */
export const DEFAULT_CONFIG: Config = v.parse(configSchema, {});

function pathOf(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? '';
}

const PARTS = new Map<string, object>([
  ['changes', changes.entries],
  ['checks', checks.entries],
  ['budget', budget.entries],
  ['deepl', deepl.entries],
  ['libretranslate', libretranslate.entries],
  ['openai', openai.entries],
  ['publish', publish.entries],
  ['segmentation', segmentation.entries],
]);

function knownKeys(path: string): readonly string[] {
  const parent = path.includes('.') ? path.slice(0, path.indexOf('.')) : '';
  return Object.keys(PARTS.get(parent) ?? configSchema.entries);
}

function unknownKey(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const guess = nearest(name, knownKeys(path));
  return `unknown key "${path}"${guess === null ? '' : `, did you mean "${guess}"?`}`;
}

/** Keys such as `constructor`, which every object seems to have: the schema does not see them. */
function inheritedKeys(raw: unknown): string[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([name, value]) => {
    if (name in Object.prototype) return [name];
    return PARTS.has(name) ? inheritedKeys(value).map((inner) => `${name}.${inner}`) : [];
  });
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue);
  if (issue.type !== 'strict_object' || issue.expected !== 'never') {
    return `"${path}": ${issue.message}`;
  }
  return unknownKey(path);
}

/**
 * Checks a parsed config file.
 * @param file name of the file, for the message
 * @throws UserError that names the file, the key and what was expected
 */
export function parseConfig(raw: unknown, file: string): Config {
  if (Array.isArray(raw)) throw new UserError(`${file}: expected an object, got a list.`);
  const inherited = inheritedKeys(raw);
  if (inherited.length > 0)
    throw new UserError(`${file}: ${inherited.map(unknownKey).join('; ')}.`);
  const result = v.safeParse(configSchema, raw);
  if (result.success) return result.output;
  throw new UserError(`${file}: ${result.issues.map(sentence).join('; ')}.`);
}
