/** A page in both languages → an article in one of them, and pairs. */
import { detectLanguage } from '../../core/language.ts';
import { otherLang, type Lang } from '../../core/model.ts';
import { findPairs } from './bilingual-evidence.ts';
import { escapeInline } from './escape-markdown.ts';
import type { ImportedPair, Page, PageBlock } from './intake.ts';
import { headlineInBoth, languageRuns } from './language-runs.ts';
import type { Unit, UnitPair } from './pair-up.ts';

export interface Untangled {
  readonly title: string | null;
  readonly blocks: readonly PageBlock[];
  readonly pairs: readonly ImportedPair[];
}

interface BlockUnit extends Unit {
  readonly block: PageBlock | null;
}

const MAX_HEADLINE = 240;
const STAMP = /^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+/;

/** A headline in both languages; a date before it belongs to both. */
function headlineUnits(block: PageBlock): BlockUnit[] | null {
  const stamp = STAMP.exec(block.text)?.[0] ?? '';
  const both =
    block.text.length <= MAX_HEADLINE ? headlineInBoth(block.text.slice(stamp.length)) : null;
  if (both === null) return null;
  return both.map((run) => {
    const text = stamp + run.text;
    return { lang: run.lang, text, block: { ...block, kind: 'heading', depth: 2, text } };
  });
}

function unitsOf(block: PageBlock): BlockUnit[] {
  if (block.kind === 'verbatim' || block.kind === 'rule') return [];
  const whole = [{ lang: detectLanguage(block.text) ?? 'en', text: block.text, block }];
  // Markup is not cut: it may reach over the boundary.
  if (block.inline !== undefined) return whole;
  const headline = headlineUnits(block);
  if (headline !== null) return headline;
  const runs = languageRuns(block.text);
  return runs.length > 1
    ? runs.map((run) => ({ ...run, block: { ...block, text: run.text } }))
    : whole;
}

function inlineOf(unit: BlockUnit | undefined): string {
  if (unit === undefined) return '';
  if (unit.block === null) return unit.text;
  return unit.block.inline ?? escapeInline(unit.text);
}

function joinTargets(units: readonly BlockUnit[], targets: readonly number[], lang: Lang): string {
  return targets.map((target) => inlineOf(units[target])).join(lang === 'zh' ? '' : ' ');
}

function importedPairs(units: readonly BlockUnit[], pairs: readonly UnitPair[]): ImportedPair[] {
  return pairs.map(({ source, targets }) => {
    const sourceLang = units[source]?.lang ?? 'en';
    const targetLang = otherLang(sourceLang);
    return {
      source: inlineOf(units[source]),
      target: joinTargets(units, targets, targetLang),
      sourceLang,
      targetLang,
    };
  });
}

interface Headline {
  /** A headline in one language may have its other half in the body. */
  readonly units: readonly BlockUnit[];
  /** A headline in both languages on one line, as the article in either language would have it. */
  readonly pairs: readonly ImportedPair[];
}

function headlineOf(title: string | null): Headline {
  if (title === null) return { units: [], pairs: [] };
  const both = headlineInBoth(title);
  if (both === null) {
    const unit = { lang: detectLanguage(title) ?? 'en', text: title, block: null };
    return { units: [unit], pairs: [] };
  }
  const [one, two] = both;
  const pairs = [
    { source: one.text, target: two.text, sourceLang: one.lang, targetLang: two.lang },
    { source: two.text, target: one.text, sourceLang: two.lang, targetLang: one.lang },
  ];
  return { units: [], pairs };
}

/** The blocks that are not the other half of a pair, cut where a line held both languages. */
function remaining(
  groups: readonly { readonly block: PageBlock; readonly units: readonly BlockUnit[] }[],
  used: ReadonlySet<BlockUnit>,
): PageBlock[] {
  return groups.flatMap(({ block, units }) =>
    units.some((unit) => used.has(unit))
      ? units.flatMap((unit) => (used.has(unit) || unit.block === null ? [] : [unit.block]))
      : [block],
  );
}

/**
 * In a page in both languages, one becomes the article and the other pairs. Of a page in one language
 * only a headline in both is a pair; else nothing changes.
 */
export function untangle(page: Page): Untangled {
  const headline = headlineOf(page.title);
  const groups = page.blocks.map((block) => ({ block, units: unitsOf(block) }));
  const units = [...headline.units, ...groups.flatMap((group) => group.units)];
  const found = findPairs(units, { said: page.bilingual, bodyFrom: headline.units.length });
  const pairs = importedPairs(units, found);
  const [first] = headline.pairs;
  const title =
    headline.pairs.find(({ sourceLang }) => sourceLang === pairs[0]?.sourceLang) ?? first;
  const used = new Set(found.flatMap(({ targets }) => targets.flatMap((at) => units[at] ?? [])));
  return {
    title: title?.source ?? page.title,
    blocks: remaining(groups, used),
    pairs: title === undefined ? pairs : [title, ...pairs],
  };
}
