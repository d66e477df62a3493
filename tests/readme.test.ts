/** README.md and README.zh.md say the same in two languages, and what they name exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Code, Heading, Image, InlineCode, Link, Node, Parent, Root, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { keysIn, keysPart } from '../.tools/keys.ts';
import { configSchema, DEFAULT_CONFIG } from '../src/config.ts';
import type { Lang } from '../src/core/model.ts';
import { root } from './support/source.ts';

interface Page {
  readonly lang: Lang;
  readonly name: string;
  readonly text: string;
  readonly tree: Root;
  /** First cells of the head of the table that is compared with the schema. */
  readonly config: readonly string[];
}

function pageOf({ lang, name, config }: Pick<Page, 'lang' | 'name' | 'config'>): Page {
  const text = readFileSync(join(root, name), 'utf8');
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { lang, name, text, tree, config };
}

const english = pageOf({ lang: 'en', name: 'README.md', config: ['key', 'default'] });
const chinese = pageOf({ lang: 'zh', name: 'README.zh.md', config: ['键', '默认值'] });
const pages = [english, chinese];

/** Every node below one, in reading order. */
function nodesOf(node: Node): Node[] {
  const children = 'children' in node ? (node as Parent).children : [];
  return [node, ...children.flatMap(nodesOf)];
}

function all<T extends Node>(node: Node, type: T['type']): T[] {
  return nodesOf(node).filter((each): each is T => each.type === type);
}

function sourceOf(page: Page, node: Node): string {
  return page.text.slice(node.position?.start.offset, node.position?.end.offset);
}

/** The depths of the headings, in reading order. */
const depthsOf = (page: Page) => all<Heading>(page.tree, 'heading').map(({ depth }) => depth);

/** A shell comment is prose and may be translated; the command before it may not. */
const withoutComments = (code: string) => code.replaceAll(/(?:^|\s+)#.*$/gm, '');

function codeOf(page: Page): string[] {
  return all<Code>(page.tree, 'code').map(
    ({ lang, value }) => `${lang}\n${lang === 'sh' ? withoutComments(value) : value}`,
  );
}

/** For each section (the text before the first heading is one), the rows of its tables. */
function rowsBySection(page: Page): TableRow[][] {
  const sections: TableRow[][] = [[]];
  for (const node of page.tree.children) {
    if (node.type === 'heading') sections.push([]);
    sections.at(-1)?.push(...all<TableRow>(node, 'tableRow'));
  }
  return sections;
}

/** Paths of the links and pictures that stay in the repository, without fragment. */
function localLinks(page: Page): string[] {
  return [...all<Link>(page.tree, 'link'), ...all<Image>(page.tree, 'image')]
    .map(({ url }) => url.replace(/#.*$/, ''))
    .filter((url) => url !== '' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url));
}

/** The rows below the head of the one table whose head starts with these cells. */
function tableUnder(page: Page, heads: readonly string[]): TableRow[] {
  const tables = nodesOf(page.tree).filter((node) => node.type === 'table');
  const found = tables
    .map((table) => all<TableRow>(table, 'tableRow'))
    .filter(([head]) => {
      const cells = head?.children.map((cell) => sourceOf(page, cell).replaceAll('|', '').trim());
      return heads.every((text, index) => cells?.[index] === text);
    });
  expect(found, `tables under ${heads.join(', ')} in ${page.name}`).toHaveLength(1);
  return found[0]?.slice(1) ?? [];
}

function cellText(page: Page, row: TableRow, index: number): string {
  const cell = row.children[index];
  return cell === undefined ? '' : sourceOf(page, cell).replaceAll('|', '').trim();
}

function codesIn(row: TableRow, index: number): string[] {
  const cell = row.children[index];
  return cell === undefined ? [] : all<InlineCode>(cell, 'inlineCode').map(({ value }) => value);
}

describe('the two READMEs', () => {
  it('have the same headings', () => {
    expect(depthsOf(english).length).toBeGreaterThan(10);
    expect(depthsOf(chinese)).toEqual(depthsOf(english));
  });

  it('have the same code blocks', () => {
    expect(codeOf(english).length).toBeGreaterThan(3);
    expect(codeOf(chinese)).toEqual(codeOf(english));
  });

  it('have the same table rows in every section', () => {
    const counts = (page: Page) => rowsBySection(page).map((rows) => rows.length);
    expect(counts(chinese)).toEqual(counts(english));
  });

  it('link to each other', () => {
    expect(localLinks(english)).toContain('README.zh.md');
    expect(chinese.text.split('\n')[0]).toBe('[English](README.md)');
  });
});

describe.each(pages)('$name', (page) => {
  it('links to files that are in the repository', () => {
    const lost = localLinks(page).filter((url) => {
      const path = join(root, decodeURI(url));
      return relative(root, path).startsWith('..') || !existsSync(path);
    });
    expect(lost).toEqual([]);
  });

  it('lists the keys of the key table', () => {
    // After a change of the key table: `npm run keys`.
    expect(keysIn(page.text)).toBe(keysPart(page.lang));
  });
});

/** The keys that a config may hold, nested ones with dots, and their defaults as JSON. */
function configKeys(): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [name, schema] of Object.entries(configSchema.entries)) {
    const value: unknown = Reflect.get(DEFAULT_CONFIG, name);
    const inner =
      'wrapped' in schema && 'entries' in schema.wrapped ? schema.wrapped.entries : null;
    for (const key of inner === null ? [] : Object.keys(inner))
      found.set(`${name}.${key}`, JSON.stringify(Reflect.get(Object(value), key)));
    if (inner === null && name !== '$schema') found.set(name, JSON.stringify(value));
  }
  return found;
}

/** JSON as the code writes it, so that a table may put spaces into it. */
function compact(json: string | undefined): string | undefined {
  return json === undefined ? undefined : JSON.stringify(JSON.parse(json));
}

describe.each(pages)('the config table of $name', (page) => {
  const rows = () => tableUnder(page, page.config);

  it('has the keys of the schema', () => {
    const named = rows().flatMap((row) => codesIn(row, 0));
    expect(named.toSorted()).toEqual([...configKeys().keys()].toSorted());
  });

  it('has the defaults of the schema', () => {
    const told = rows().flatMap((row) => {
      const shown = cellText(page, row, 1);
      const value = shown === '–' ? undefined : codesIn(row, 1)[0];
      const inProse = shown !== '–' && value === undefined;
      return inProse ? [] : codesIn(row, 0).map((key) => [key, compact(value)]);
    });
    const defaults = configKeys();
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.map(([key]) => [key, defaults.get(key ?? '')]));
  });
});
