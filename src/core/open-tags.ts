/** Opening tags that wait for their closing tag, outermost first. */
export class OpenTags<Name> {
  private readonly open: { readonly name: Name; readonly index: number }[] = [];
  /** How many of a name are open: a tag that closes nothing is not looked for. */
  private readonly counts = new Map<Name, number>();

  push(name: Name, index: number): void {
    this.open.push({ name, index });
    this.count(name, 1);
  }

  /** Closes the innermost tag of a name, and all inside it; returns its index, or null. */
  close(name: Name): number | null {
    if (!this.counts.get(name)) return null;
    const depth = this.open.findLastIndex((tag) => tag.name === name);
    const closed = this.open.splice(depth);
    for (const tag of closed) this.count(tag.name, -1);
    return closed[0]?.index ?? null;
  }

  private count(name: Name, by: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }
}
