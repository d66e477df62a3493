/** Which slugs rendering an article asked about: only a change of these can change its pages. */

export interface ObservedSlugs {
  readonly slugs: ReadonlySet<string>;
  /** Slug → whether it had a page. */
  readonly asked: ReadonlyMap<string, boolean>;
  /** Whether anything else was looked at than single slugs. */
  readonly isWhole: () => boolean;
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
  return { slugs, asked, isWhole: () => whole };
}
