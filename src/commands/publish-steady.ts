/**
 * Articles that stay as they were, and whose text today is the one that is out: these can stand in a file of
 * all articles. Nobody could write a book with what the others said.
 */
import { UserError } from '../core/errors.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import { canShowPictures } from '../editions/parts/pictures.ts';
import type { WholeArticle } from '../editions/whole-file.ts';
import type { InputNames } from './publish-article.ts';
import type { PressJob, PressOrder } from './publish-job.ts';
import type { OldSite } from './publish-old.ts';

export interface SteadyArticle extends WholeArticle {
  /** null: nobody has opened it. */
  readonly state: ArticleState | null;
}

export interface SteadySetting {
  readonly job: Pick<PressJob, 'extras' | 'memory' | 'open' | 'printsOf'>;
  readonly old: OldSite;
  readonly inputs: InputNames;
}

/** null for files that cannot be read: whoever asks for the article is told. */
async function opened(slug: string, open: PressJob['open']): Promise<ArticleState | null> {
  try {
    return await open(slug);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** What the article's files were made of, where that is what they would be made of today: its text is out. */
function inputsOut(
  slug: string,
  print: string | undefined,
  { job, old, inputs }: SteadySetting,
): string | null {
  const known = job.memory.rendered.get(slug);
  if (print === undefined || known === undefined || !old.areKnown(known)) return null;
  return inputs.ofKept(print, old.article(slug)?.card) === known.inputs ? known.inputs : null;
}

/** The article's text today, where it is the one that is out, and can still be shown with its pictures. */
async function stateOut(
  slug: string,
  live: Readonly<Record<Lang, string>> | null,
  { open, extras }: SteadySetting['job'],
): Promise<ArticleState | null> {
  const state = live === null ? null : await opened(slug, open);
  if (state === null) return null;
  const { picture } = extras;
  if (picture !== undefined && !canShowPictures(state.article.text, picture)) return null;
  const hash = shownHash(state);
  return LANGS.every((lang) => hash[lang] === live?.[lang]) ? state : null;
}

/** Those of the articles that stay that are steady. */
export async function steadyArticles(
  kept: readonly string[],
  live: PressOrder['live'],
  setting: SteadySetting,
): Promise<readonly SteadyArticle[]> {
  const { job } = setting;
  const prints = await job.printsOf(kept);
  const steady: SteadyArticle[] = [];
  for (const slug of kept) {
    const card = setting.old.card(slug);
    if (card === null) continue;
    const inputs = inputsOut(slug, prints.get(slug), setting);
    const state = inputs === null ? await stateOut(slug, live(slug), job) : null;
    if (inputs !== null || state !== null) steady.push({ card, inputs, state });
  }
  return steady;
}
