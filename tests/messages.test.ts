/** The interface's strings: the same sentences in both languages, each of them in use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodesOf, root, sourceFiles, stringOf, type SyntaxNode } from './support/source.ts';

type Strings = Readonly<Record<string, string>>;

function read(lang: string): Strings {
  return JSON.parse(readFileSync(join(root, 'locales', lang, 'duizhao.json'), 'utf8')) as Strings;
}

const zh = read('zh');
const en = read('en');
const keys = Object.keys(en);

/** Chinese sentences that are all punctuation, values and names. */
const WITHOUT_HAN = new Set(['translate.listGap', 'review.list.shown', 'review.pane.title']);

const HAN = /\p{Script=Han}/u;

function valuesIn(text: string | undefined): string[] {
  return [
    ...new Set([...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '')),
  ].sort();
}

/** A sentence for a special case, chosen by i18next's `context`. */
const CONTEXT = /_(?:alone|factor|unlike)$/;

function baseOf(key: string): string {
  return key.replace(/_(?:one|other)$/, '');
}

describe('in both languages', () => {
  it('holds the same keys, in the same order', () => {
    expect(Object.keys(zh)).toEqual(keys);
  });

  it('holds both plural forms or none', () => {
    const forms = keys.filter((key) => baseOf(key) !== key).map(baseOf);
    const lone = forms.filter((base) => !(`${base}_one` in en && `${base}_other` in en));
    expect(lone).toEqual([]);
  });

  it('holds no empty sentence', () => {
    expect(keys.filter((key) => zh[key]?.trim() === '' || en[key]?.trim() === '')).toEqual([]);
  });

  it('names the same values', () => {
    // A singular may spell its count out.
    const differing = keys.filter((key) => {
      const [inZh, inEn] = [valuesIn(zh[key]), valuesIn(en[key])];
      return inZh.join() !== inEn.join();
    });
    expect(differing).toEqual([]);
  });

  it('is Chinese where it says so', () => {
    const foreign = keys.filter((key) => !HAN.test(zh[key] ?? '') && !WITHOUT_HAN.has(baseOf(key)));
    expect(foreign).toEqual([]);
  });

  it('is English where it says so', () => {
    expect(keys.filter((key) => HAN.test(en[key] ?? ''))).toEqual([]);
  });
});

/** `check.${id}` → what stands before and after the value. */
function frameOf(node: SyntaxNode): readonly [string, string] | null {
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  const [before, after] = quasis.map(({ value }) => value.cooked);
  if (quasis.length !== 2 || before === undefined || !/^\w+\..*$/.test(before)) return null;
  return [before, after ?? ''];
}

describe('against the source', () => {
  const nodes = sourceFiles().flatMap(nodesOf);
  const literals = new Set(nodes.flatMap(({ node }) => stringOf(node) ?? []));
  const frames = nodes.flatMap(({ node }) => {
    const frame = frameOf(node);
    return frame === null ? [] : [frame];
  });

  function isUsed(base: string): boolean {
    if (literals.has(base)) return true;
    return frames.some(
      ([before, after]) =>
        base.startsWith(before) &&
        base.endsWith(after) &&
        literals.has(base.slice(before.length, base.length - after.length)),
    );
  }

  it('holds no sentence that nothing says', () => {
    const bases = new Set(keys.map((key) => baseOf(key).replace(CONTEXT, '')));
    expect([...bases].filter((base) => !isUsed(base))).toEqual([]);
  });

  it('has every sentence that is said by name', () => {
    const bases = new Set(keys.map(baseOf));
    const said = nodes.flatMap(({ node }) => {
      const callee = node['callee'] as SyntaxNode | undefined;
      if (node.type !== 'CallExpression' || callee?.['name'] !== 't') return [];
      return stringOf((node['arguments'] as readonly unknown[])[0]) ?? [];
    });
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((key) => !bases.has(key))).toEqual([]);
  });
});
