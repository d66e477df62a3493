/** A slug for an article: what the user says, or its date and its title in Latin letters. */
import { UserError } from '../../core/errors.ts';
import { latinName } from '../../core/latin.ts';
import { isListFolder, isSlug, RESERVED_SLUG } from '../../core/slug.ts';

const MAX_LENGTH = 60;
/** What a title in neither Han nor Latin letters becomes. */
const NAMELESS = 'article';

/** @throws UserError when the slug cannot be one */
export function checkedSlug(slug: string): string {
  if (slug === RESERVED_SLUG) {
    throw new UserError(
      `The slug "${RESERVED_SLUG}" is kept for the interface; choose another one.`,
    );
  }
  if (isListFolder(slug)) {
    throw new UserError(`The site's lists stand at "${slug}/"; choose another slug.`);
  }
  if (isSlug(slug)) return slug;
  throw new UserError(
    `"${slug}" cannot be a slug; use small letters, digits and single hyphens, up to 100 characters.`,
  );
}

async function romanised(title: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(title)) return title;
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(title, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  return syllables.join(' ');
}

function cut(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const hyphen = slug.lastIndexOf('-', MAX_LENGTH);
  return slug.slice(0, hyphen > MAX_LENGTH / 2 ? hyphen : MAX_LENGTH).replace(/-+$/, '');
}

/** `2015-06-19-zhong-guo-dian-zi…`: the date, then the title in pinyin or plain Latin letters. */
export async function slugOf(title: string, date: string): Promise<string> {
  const words = latinName(await romanised(title));
  return checkedSlug(cut(`${latinName(date)}-${words === '' ? NAMELESS : words}`));
}
