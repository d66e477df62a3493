/** Raw HTML as Markdown beside the pages has it: as it stands, but for what no page carries. */
import type { Nodes as HtmlNodes } from 'hast';
import type { Html, Nodes } from 'mdast';
import { htmlTag, isShownTag } from '../../core/inline-html.ts';
import { readHtml } from '../html/safe.ts';
import { writeHtml } from '../html/write-html.ts';

const COMMENT = /(?:(?<=\n)[ \t]*)?<!--[^]*?(?:-->|$)(?:[ \t]*\n)?/g;
/** Attributes that can lead somewhere, load or run. Others mean nothing on a page, and may stay. */
const ACTIVE =
  /^(?:on|style$|href|src|action|formAction|poster|background|ping|cite|data$|xLink|xlink)/i;

/** Both are read again, so that only what does something is compared. */
function active(node: HtmlNodes): HtmlNodes {
  if (node.type !== 'element' && node.type !== 'root') return node;
  const children = node.children.map(active) as typeof node.children;
  if (node.type === 'root') return { ...node, children } as HtmlNodes;
  const named = Object.entries(node.properties).filter(([name]) => ACTIVE.test(name));
  return { ...node, properties: Object.fromEntries(named), children } as HtmlNodes;
}

function written(node: HtmlNodes): string {
  return node.type === 'root' ? writeHtml(node) : '';
}

/** A comment goes with its lines, where nothing else stands in them: an empty line would end the block. */
function withoutComments(value: string): string {
  return value.replace(COMMENT, (comment, at: number) => {
    const isLine = at === 0 || value[at - 1] === '\n';
    return comment.endsWith('\n') && !isLine ? '\n' : '';
  });
}

/** A piece of HTML without comments, and without all that could do more than show. */
export function carriedHtml(value: string): string {
  const bare = withoutComments(value);
  const { read, safe } = readHtml(bare);
  const isHarmless = written(active(read)) === written(active(safe));
  return isHarmless ? bare : written(safe);
}

function opening(value: string, name: string): string {
  const carried = carriedHtml(value);
  return carried.endsWith(`</${name}>`) ? carried.slice(0, -name.length - 3) : carried;
}

/** Tags of one row of inline nodes, in order. */
class Row {
  /** How many of a name are open. */
  private readonly open = new Map<string, number>();

  /** A tag as it is to be written; '' for one that goes. */
  take({ value }: Html): string {
    const tag = htmlTag(value);
    if (tag === null || !isShownTag(tag)) return '';
    return tag.closing ? this.close(tag.name, value) : this.start(tag.name, value);
  }

  private start(name: string, value: string): string {
    const text = opening(value, name);
    if (text !== '') this.open.set(name, (this.open.get(name) ?? 0) + 1);
    return text;
  }

  private close(name: string, value: string): string {
    const waiting = this.open.get(name) ?? 0;
    if (waiting === 0) return '';
    this.open.set(name, waiting - 1);
    return value;
  }
}

/** What becomes of the tags in a row of inline nodes: each as it is to be written. */
export function carriedTags(row: readonly Nodes[]): ReadonlyMap<Html, string> {
  const tags = new Row();
  const html = row.filter((node) => node.type === 'html');
  return new Map(html.map((node) => [node, tags.take(node)]));
}
