/**
 * The workspace's config: checked once at the edge, trusted inside. Keys of services never stand in it;
 * they come from the environment.
 */
import * as v from 'valibot';
import { UserError } from './core/errors.ts';
import { nearest } from './core/nearest.ts';

const field = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*$/, 'expected a name like "title"'));
const lang = v.picklist(['zh', 'en']);

const deepl = v.strictObject({
  /** Variant of English that drafts are written in. */
  english: v.optional(v.picklist(['en-US', 'en-GB']), 'en-US'),
  /** Script of the Chinese that drafts are written in. */
  chinese: v.optional(v.picklist(['zh-Hans', 'zh-Hant']), 'zh-Hans'),
  model: v.optional(
    v.picklist(['latency_optimized', 'quality_optimized', 'prefer_quality_optimized']),
    'prefer_quality_optimized',
  ),
});

const publish = v.strictObject({
  /** Where `publish` writes, relative to the workspace. */
  folder: v.optional(v.string(), 'site'),
  /** Address of the site, for absolute links; without it the pages link relatively. */
  url: v.optional(v.pipe(v.string(), v.url('expected an address like "https://news.example"'))),
  /** The site's name in both languages. */
  name: v.optional(v.strictObject({ zh: v.string(), en: v.string() }), {
    zh: '对照',
    en: 'Duizhao',
  }),
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
  changes: v.optional(changes, {}),
  /** What drafts the segments that the memory does not know. */
  engine: v.optional(v.picklist(['deepl', 'none']), 'deepl'),
  deepl: v.optional(deepl, {}),
  /** Price of a million characters, for the estimate; in the currency you think in. */
  pricePerMillion: v.optional(v.pipe(v.number(), v.minValue(0))),
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
  ['deepl', deepl.entries],
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
