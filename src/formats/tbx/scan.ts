/** TBX as text → its entries, as they stand. Both generations of element names. */
import type { SaxesTagPlain } from 'saxes';
import { localName, readXml } from '../xml.ts';

/** A leaf with what it says: `termNote` of type `partOfSpeech`, `note` … */
export interface TbxFact {
  /** The type, or the element's own name: `note`, `administrativeStatus`. */
  readonly type: string;
  readonly text: string;
}

export interface TbxForm {
  readonly text: string;
  readonly line: number;
  readonly facts: TbxFact[];
}

export interface TbxSection {
  readonly lang: string;
  readonly forms: TbxForm[];
}

export interface TbxEntry {
  readonly line: number;
  readonly sections: TbxSection[];
  /** Of the concept, and of its sections as a whole. */
  readonly facts: TbxFact[];
}

const ROOTS = new Set(['tbx', 'martif']);
const ENTRIES = new Set(['conceptEntry', 'termEntry']);
const SECTIONS = new Set(['langSec', 'langSet']);
const FORMS = new Set(['termSec', 'tig', 'ntig']);
/** Leaves whose text is wanted; in DCT style the element's name is the type. */
const LEAVES = new Set([
  'term',
  'termNote',
  'note',
  'admin',
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'projectSubset',
]);

interface OpenForm {
  text: string;
  line: number;
  readonly facts: TbxFact[];
}

class Scanner {
  readonly entries: TbxEntry[] = [];
  isTbx = false;
  private depth = 0;
  private entry: TbxEntry | null = null;
  private section: TbxSection | null = null;
  private form: OpenForm | null = null;
  private leaf: { readonly name: string; readonly type: string; text: string } | null = null;

  open(tag: SaxesTagPlain, line: number): void {
    const name = localName(tag.name);
    this.depth += 1;
    if (this.depth === 1) this.isTbx = ROOTS.has(name);
    if (LEAVES.has(name)) {
      this.leaf = { name, type: tag.attributes['type'] ?? name, text: '' };
    } else if (ENTRIES.has(name)) {
      this.entry = { line, sections: [], facts: [] };
    } else {
      this.openPart(name, tag, line);
    }
  }

  private openPart(name: string, tag: SaxesTagPlain, line: number): void {
    if (SECTIONS.has(name)) {
      this.section = {
        lang: tag.attributes['xml:lang'] ?? tag.attributes['lang'] ?? '',
        forms: [],
      };
    } else if (FORMS.has(name)) {
      this.form = { text: '', line, facts: [] };
    }
  }

  text(text: string): void {
    if (this.leaf !== null) this.leaf.text += text;
  }

  close(qualified: string): void {
    const name = localName(qualified);
    this.depth -= 1;
    if (this.leaf?.name === name) this.closeLeaf();
    else if (FORMS.has(name)) this.closeForm();
    else if (SECTIONS.has(name)) this.closeSection();
    else if (ENTRIES.has(name)) this.closeEntry();
  }

  private closeLeaf(): void {
    const { leaf } = this;
    this.leaf = null;
    if (leaf === null) return;
    const text = leaf.text.trim();
    if (leaf.name === 'term') {
      if (this.form !== null) this.form.text = text.replace(/\s+/g, ' ');
    } else {
      (this.form ?? this.entry)?.facts.push({ type: leaf.type, text });
    }
  }

  private closeForm(): void {
    const { form } = this;
    this.form = null;
    if (form !== null) this.section?.forms.push(form);
  }

  private closeSection(): void {
    const { section } = this;
    this.section = null;
    if (section !== null) this.entry?.sections.push(section);
  }

  private closeEntry(): void {
    const { entry } = this;
    this.entry = null;
    if (entry !== null) this.entries.push(entry);
  }
}

/**
 * Reads the entries of a TBX file.
 * @throws UserError as `readXml`
 */
export function scanTbx(
  text: string,
  file: string,
): { readonly entries: readonly TbxEntry[]; readonly isTbx: boolean } {
  const scanner = new Scanner();
  readXml(text, file, {
    open: (tag, line) => scanner.open(tag, line),
    text: (part) => scanner.text(part),
    close: (name) => scanner.close(name),
  });
  return scanner;
}
