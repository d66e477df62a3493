/** Markdown as another generator reads it: the same text on its pages as on ours. */
import type { Root, RootContent } from 'mdast';
import type { FlavourName } from '../../core/flavours.ts';
import { parseMarkdown } from '../../core/markdown/parse.ts';
import type { ArticleState } from '../../core/state.ts';
import type { ArticleCard } from '../card.ts';
import type { Edition, EditionOptions, View } from '../edition.ts';
import { VIEWS } from '../edition.ts';
import { articleMarkdown } from '../markdown.ts';
import { codeAsText } from './code-as-text.ts';
import { frontValues, type FrontValues } from './front-values.ts';
import { notesAsLinks } from './notes-as-links.ts';
import { plainHtml, type HtmlStyle } from './plain-html.ts';
import { safeAddresses } from './safe-addresses.ts';
import { writeMarkdown, type WriteStyle } from './write.ts';
import { frontMatter, type FrontValue } from './yaml-lines.ts';

export interface FlavourStyle extends WriteStyle {
  readonly id: FlavourName;
  /** Where the generator looks for the file; null where it has no place for this view. */
  readonly path: (view: View, slug: string, options: EditionOptions) => string | null;
  /** The front matter with the names that the generator knows. */
  readonly front: (values: FrontValues) => FrontValues;
  /** How a text stands in the front matter, where that is no plain text. */
  readonly frontText?: (text: string) => string;
  readonly html: HtmlStyle;
  /** Whether the generator knows GitHub's footnotes. */
  readonly footnotes: boolean;
  /** The title is to stand in the text. */
  readonly heading?: boolean;
  /** Last changes of the tree, for what the generator would take from it. */
  readonly last?: (root: Root, title: string | undefined) => void;
  /** What holds the whole body. */
  readonly frame?: (body: string) => string;
  /** Whether a text can be shown as code. */
  readonly isCode?: (text: string) => boolean;
}

const SHOWN = ['title', 'description', 'authors', 'tags'];

function shownTexts(values: FrontValues, change: (text: string) => string): FrontValues {
  const changed = (value: FrontValue): FrontValue => {
    if (typeof value === 'string') return change(value);
    return Array.isArray(value) ? value.map(changed) : value;
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      SHOWN.includes(name) ? changed(value) : value,
    ]),
  );
}

/** The title as a heading, unless there is one. */
function titleAbove(blocks: readonly RootContent[], title: string | undefined): RootContent[] {
  const [first] = blocks;
  const isThere = first?.type === 'heading' && first.depth === 1;
  if (isThere || title === undefined) return [];
  return [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }];
}

function bodyOf(markdown: string, title: string | undefined, style: FlavourStyle): string {
  const parsed = parseMarkdown(markdown);
  const blocks = parsed.children.filter(({ type }) => type !== 'yaml');
  const heading = style.heading === true ? titleAbove(blocks, title) : [];
  const root: Root = { type: 'root', children: [...heading, ...blocks] };
  plainHtml(root, style.html);
  safeAddresses(root);
  codeAsText(root, style);
  if (!style.footnotes) notesAsLinks(root);
  style.last?.(root, title);
  const body = writeMarkdown(root, style);
  return style.frame === undefined ? body : style.frame(body);
}

interface Sheet {
  readonly state: ArticleState;
  readonly card: ArticleCard;
  readonly options: EditionOptions;
}

function fileOf({ state, card, options }: Sheet, view: View, style: FlavourStyle): string {
  const values = frontValues(state, card, view, options);
  const { frontText } = style;
  const own = frontText === undefined ? values : shownTexts(values, frontText);
  const title = typeof values['title'] === 'string' ? values['title'] : undefined;
  const body = bodyOf(articleMarkdown(state, view, options), title, style);
  return `${frontMatter(style.front(own))}\n${body}`;
}

/** The edition that writes in this style. */
export function flavour(style: FlavourStyle): Edition {
  return {
    id: style.id,
    ofArticle: (state, card, { options }) =>
      new Map(
        VIEWS.flatMap((view): [string, string][] => {
          const path = style.path(view, card.slug, options);
          return path === null ? [] : [[path, fileOf({ state, card, options }, view, style)]];
        }),
      ),
  };
}
