/** What `publish` remembers, written small: paths and links, which all articles share, once each. */
import type { OutwardLink, PublishMemory, RenderedArticle } from './publish-memory.ts';

type Link = Omit<OutwardLink, 'from'>;

/** Numbers are places in the lists of paths and links; those of `outward` are pages and links in turn. */
type WrittenArticle = readonly [
  inputs: string,
  asked: RenderedArticle['asked'],
  whole: string | null,
  files: readonly number[],
  outward: readonly number[],
];

type Rest = Omit<PublishMemory, 'judgements' | 'histories' | 'rendered' | 'stamps'>;

interface Written {
  readonly rest: Rest;
  readonly judgements: readonly [string, never][];
  readonly histories: readonly [string, never][];
  readonly paths: readonly string[];
  /** Of the first paths. */
  readonly stamps: readonly string[];
  readonly links: readonly (readonly [link: string, path: string, fragment: string])[];
  readonly rendered: readonly (readonly [string, WrittenArticle])[];
}

/** A list in which everything stands once. */
class Table<Value> {
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  place(name: string, value: Value): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** The memory as JSON. */
export function writeMemory(memory: PublishMemory): string {
  const { judgements, histories, rendered, stamps, ...rest } = memory;
  const paths = new Table<string>();
  const links = new Table<Written['links'][number]>();
  const path = (name: string): number => paths.place(name, name);
  for (const each of Object.keys(stamps)) path(each);
  const articles = [...rendered].map(([slug, own]): [string, WrittenArticle] => {
    const outward = own.outward.flatMap(({ from, ...to }) => [
      path(from),
      links.place(`${to.link}\n${to.path}#${to.fragment}`, [to.link, to.path, to.fragment]),
    ]);
    return [slug, [own.inputs, own.asked, own.whole, own.files.map(path), outward]];
  });
  const written: Omit<Written, 'judgements' | 'histories'> = {
    rest,
    paths: paths.values,
    stamps: Object.values(stamps),
    links: links.values,
    rendered: articles,
  };
  return JSON.stringify({ ...written, judgements: [...judgements], histories: [...histories] });
}

function outwardOf(
  numbers: readonly number[],
  paths: readonly string[],
  links: readonly Link[],
): OutwardLink[] {
  const outward: OutwardLink[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const to = links[numbers[at + 1] ?? 0];
    if (to === undefined) continue;
    const { link, path, fragment } = to;
    outward.push({ from: paths[numbers[at] ?? 0] ?? '', link, path, fragment });
  }
  return outward;
}

/** Reads what `writeMemory` wrote: whoever calls has made sure that it is just that. */
export function readMemory(text: string): PublishMemory {
  const written = JSON.parse(text) as Written;
  const { rest, judgements, histories, paths, stamps } = written;
  const links = written.links.map(([link, path, fragment]): Link => ({ link, path, fragment }));
  const rendered = written.rendered.map(
    ([slug, [inputs, asked, whole, files, outward]]): [string, RenderedArticle] => [
      slug,
      {
        inputs,
        asked,
        whole,
        files: files.map((at) => paths[at] ?? ''),
        outward: outwardOf(outward, paths, links),
      },
    ],
  );
  return {
    ...rest,
    judgements: new Map(judgements),
    histories: new Map(histories),
    rendered: new Map(rendered),
    stamps: Object.fromEntries(stamps.map((stamp, at) => [paths[at] ?? '', stamp])),
  };
}
