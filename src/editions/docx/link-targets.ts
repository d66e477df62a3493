/** Addresses that a document links to; each is named once. */
import { outside } from '../book/links.ts';

export class LinkTargets {
  private readonly ids = new Map<string, string>();
  private readonly base: string | null;

  /** @param base where relative addresses are read from */
  constructor(base: string | null) {
    this.base = base;
  }

  /** The id of an address, or null for one that a link may not hold. */
  idOf(url: string): string | null {
    const address = outside(url, this.base);
    if (address === null) return null;
    const id = this.ids.get(address) ?? `link${this.ids.size + 1}`;
    this.ids.set(address, id);
    return id;
  }

  /** Id and address of all. */
  all(): readonly (readonly [id: string, address: string])[] {
    return [...this.ids].map(([address, id]) => [id, address]);
  }
}
