/** Which slugs rendering an article asked about: only a change of these can change its pages. */
import { nameOf } from '../../core/name-of.ts';

/** What was asked. Plain data. */
export interface Asked {
  readonly asked: readonly (readonly [slug: string, there: boolean])[];
  /** Anything else was looked at than single slugs: it holds for the same set only, by its name. */
  readonly whole: string | null;
}

export interface ObservedSlugs {
  readonly slugs: ReadonlySet<string>;
  /** What has been asked so far. */
  readonly told: () => Asked;
}

/** Name of a set of slugs. */
function nameOfAll(slugs: ReadonlySet<string>): string {
  return nameOf([...slugs].sort());
}

/** The set as it is, watched at what it is asked. */
export function observe(all: ReadonlySet<string>): ObservedSlugs {
  const asked = new Map<string, boolean>();
  let whole = false;
  const has = (slug: string): boolean => {
    const answer = all.has(slug);
    asked.set(slug, answer);
    return answer;
  };
  const slugs = new Proxy(all, {
    get: (target, name) => {
      if (name === 'has') return has;
      whole = true;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { slugs, told: () => ({ asked: [...asked], whole: whole ? nameOfAll(all) : null }) };
}

/** Whether another set would have answered the same. */
export function answersSame({ asked, whole }: Asked, slugs: ReadonlySet<string>): boolean {
  if (whole !== null && whole !== nameOfAll(slugs)) return false;
  return asked.every(([slug, there]) => slugs.has(slug) === there);
}
