/** Reads and writes the files of one article. */
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { ArticleFiles } from '../core/load.ts';
import { serializeLocale } from '../core/locale-file.ts';
import { LANGS, type Lang } from '../core/model.ts';
import { normalForm } from '../core/normal-form.ts';
import { articlePath, localePath, reviewPath } from '../core/paths.ts';
import { serializeReview } from '../core/review-file.ts';
import type { ArticleState, LocaleMap } from '../core/state.ts';
import { writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { decodeText, fileError } from './text-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';

/**
 * Reads an article's four files.
 * @throws UserError when there is no such article or a file cannot be read
 */
export async function readArticleFiles(root: string, slug: string): Promise<ArticleFiles> {
  const read = (path: string): string | null => {
    const bytes = readWorkspaceFile(root, path);
    return bytes === null ? null : decodeText(bytes, path);
  };
  const article = read(articlePath(slug));
  if (article === null)
    throw new UserError(`There is no article "${slug}" (${articlePath(slug)}).`);
  return {
    slug,
    article: normalForm(article),
    zh: read(localePath('zh', slug)),
    en: read(localePath('en', slug)),
    review: read(reviewPath(slug)),
  };
}

async function write(root: string, path: string, text: string): Promise<void> {
  try {
    statInside(root, path);
    await writeIfChanged(join(root, path), text);
  } catch (error) {
    throw fileError(error, path, 'written');
  }
}

/** An article without approved pairs has no locale files until the first sign-off. */
function localeText(map: LocaleMap, before: string | null): string | null {
  return map.size === 0 && before === null ? null : serializeLocale(map);
}

/** The keys of both: what is added is there already, what goes is still there. */
function united(lang: Lang, before: ArticleState, after: ArticleState): LocaleMap {
  const gone = [...before.locales[lang]].filter(([key]) => !after.locales[lang].has(key));
  return new Map([...after.locales[lang], ...gone]);
}

function loses(lang: Lang, before: ArticleState, after: ArticleState): boolean {
  return [...before.locales[lang].keys()].some((key) => !after.locales[lang].has(key));
}

/**
 * Writes what changed of an article's locale and review files; the article itself is not touched.
 * Approved pairs go to the locale files before the review file says that they are there, and leave
 * them only after the review file has them: whatever instant a crash picks, every pair is in one of
 * them, and replaying the journal finishes the rest.
 * @returns the files as they are now
 * @throws UserError when a file cannot be written; those written before it stay
 */
export async function writeArticleFiles(
  root: string,
  files: ArticleFiles,
  before: ArticleState,
  after: ArticleState,
): Promise<ArticleFiles> {
  const { slug } = files;
  const text = serializeReview(after.records.values(), after.brokenLines);
  const review = text === '' && files.review === null ? null : text;
  const losing = LANGS.filter((lang) => loses(lang, before, after));
  for (const lang of LANGS) {
    const map = losing.includes(lang) ? united(lang, before, after) : after.locales[lang];
    const first = localeText(map, files[lang]);
    if (first !== null) await write(root, localePath(lang, slug), first);
  }
  if (review !== null) await write(root, reviewPath(slug), review);
  for (const lang of losing) {
    await write(root, localePath(lang, slug), serializeLocale(after.locales[lang]));
  }
  const zh = localeText(after.locales.zh, files.zh);
  const en = localeText(after.locales.en, files.en);
  return { ...files, review, zh, en };
}

/** How many records of an article changed. */
export function countChanges(before: ArticleState, after: ArticleState): number {
  let count = 0;
  for (const [key, record] of after.records) {
    if (JSON.stringify(record) !== JSON.stringify(before.records.get(key))) count += 1;
  }
  return count;
}

/** @throws UserError when a file of the article cannot be read: nothing is written over it */
export function refuseUnreadable({ unreadable, problems }: ArticleState): void {
  const [path] = unreadable;
  if (path === undefined) return;
  const place = problems.find((finding) => finding.place.file === path)?.place;
  throw new UserError(
    `${path}:${place?.line ?? 1}: the file cannot be read, so nothing is written over it: mend it (see \`duizhao check\`).`,
  );
}
