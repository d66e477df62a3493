/** Elements of HTML whose children have to come in an order: whether they do. */
import type { Element } from 'hast';

/** Names of the children, a space after each; `#` for text that is not blank. */
function childNames({ children }: Element): string {
  return children
    .map((child) => {
      if (child.type === 'element') return `${child.tagName} `;
      return child.type === 'text' && child.value.trim() !== '' ? '# ' : '';
    })
    .join('');
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

const SECTIONS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** Rows of cells in sections, and nothing between them. */
export function isTable(table: Element): boolean {
  if (
    !/^(?:caption )?(?:thead )?(?:tbody )+(?:tfoot )?$|^(?:caption )?thead (?:tfoot )?$/.test(
      childNames(table),
    )
  ) {
    return false;
  }
  const sections = elementsOf(table).filter(({ tagName }) => SECTIONS.has(tagName));
  return sections.every((section) => {
    const rows = elementsOf(section);
    return (
      /^(?:tr )+$/.test(childNames(section)) &&
      rows.every((row) => /^(?:t[dh] )+$/.test(childNames(row)))
    );
  });
}

/** Terms and what is said of them. */
export function isDefinitionList(list: Element): boolean {
  return /^(?:(?:dt )+(?:dd )+)+$/.test(childNames(list));
}

/** Words, and above them how they are read. */
export function isRuby(ruby: Element): boolean {
  return /^(?:(?:(?!r[tp] )\S+ )+(?:rt |rp rt rp )+)+$/.test(childNames(ruby));
}

/** One caption, at the end. */
export function hasCaption(figure: Element): boolean {
  return /^(?:(?!figcaption )\S+ )*figcaption $/.test(childNames(figure));
}
