/** The site's own files in a run: each is made where what it shows has changed, and stays where it has not. */
import type { EditionOptions } from '../editions/edition.ts';
import type { SiteFile } from '../editions/site-file.ts';
import { readLinks, type BrokenLink, type LinkTargets, type ReadLinks } from './publish-links.ts';
import type { KnownFile, OutwardLink, PublishMemory } from './publish-memory.ts';

/** What of the site's own files is remembered. */
export type KnownOwn = Pick<PublishMemory, 'siteInputs' | 'ground' | 'siteFiles'>;

export interface OwnSetting {
  readonly known: KnownOwn;
  readonly options: EditionOptions;
  /** Name of what all files have in common. */
  readonly ground: string;
  /** Whether a file stands just as it is remembered. */
  readonly stands: (path: string) => boolean;
  readonly put: (path: string, content: SiteContent) => void;
  /** Takes out again what was put in this run. */
  readonly drop: (path: string) => void;
  /** A file's text; null when it cannot be had. */
  readonly read: (path: string) => string | null;
}

type SiteContent = ReturnType<SiteFile['render']>;

interface OwnFile {
  readonly inputs: string;
  /** null: the file stays as it is, and its links were found to lead somewhere. */
  readonly links: ReadLinks | null;
  /** Of a file that stays. */
  readonly loose: readonly OutwardLink[];
}

/** What the links of the site's own files are looked up in. */
export interface OwnView {
  readonly targets: LinkTargets;
  /** Whether everything that was in the site before is in it still. */
  readonly isAllThere: boolean;
}

export class OwnFiles {
  private readonly setting: OwnSetting;
  private made = new Map<string, OwnFile>();
  private inputs = '';

  constructor(setting: OwnSetting) {
    this.setting = setting;
  }

  get paths(): readonly string[] {
    return [...this.made.keys()];
  }

  /**
   * Whether everything is there as it has to be: made in this run, or before.
   * @param inputs name of all that the files are made of
   */
  isMade(inputs: string): boolean {
    if (this.inputs === inputs) return true;
    const { siteInputs, siteFiles } = this.setting.known;
    if (siteInputs !== inputs || !Object.keys(siteFiles).every(this.setting.stands)) return false;
    this.forget(new Set());
    this.made = new Map(Object.entries(siteFiles).map(([path, file]) => [path, stays(file)]));
    this.inputs = inputs;
    return true;
  }

  /** Makes those of the files that are not there as they have to be. */
  make(inputs: string, files: readonly SiteFile[]): void {
    this.forget(new Set(files.map(({ path }) => path)));
    this.made = new Map(files.map((file) => [file.path, this.fileOf(file)]));
    this.inputs = inputs;
  }

  /** Takes files out that are no longer among them. */
  private forget(wanted: ReadonlySet<string>): void {
    for (const path of this.made.keys()) if (!wanted.has(path)) this.setting.drop(path);
  }

  private fileOf({ path, inputs, render }: SiteFile): OwnFile {
    const made = this.made.get(path);
    if (made?.inputs === inputs) return made;
    this.setting.drop(path);
    const known = this.knownFile(path);
    if (known?.inputs === inputs && this.setting.stands(path)) return stays(known);
    const content = render();
    this.setting.put(path, content);
    return { inputs, links: this.linksIn(path, content), loose: [] };
  }

  private knownFile(path: string): KnownFile | undefined {
    const { known, ground } = this.setting;
    if (known.ground !== ground || !Object.hasOwn(known.siteFiles, path)) return undefined;
    return known.siteFiles[path];
  }

  private linksIn(path: string, content: SiteContent): ReadLinks {
    return readLinks(new Map([[path, content]]), this.setting.options);
  }

  /**
   * The links that lead nowhere. Those of a file that stays led somewhere: they are read again only when
   * something has gone that they may have led to.
   */
  broken({ targets, isAllThere }: OwnView): readonly BrokenLink[] {
    const loose = [...this.made.values()].flatMap((file) => file.loose);
    if (!isAllThere || targets.broken(loose).length > 0) this.readAgain();
    const inside: BrokenLink[] = [];
    const outside = new Map<string, OutwardLink>();
    for (const { links } of this.made.values()) {
      if (links === null) continue;
      const isOwn = ({ path }: OutwardLink): boolean => this.made.has(path);
      inside.push(...links.broken, ...targets.broken(links.outward.filter(isOwn)));
      // Many pages have the same link: it is told of once.
      for (const link of links.outward) {
        if (!isOwn(link)) outside.set(`${link.path}#${link.fragment}`, link);
      }
    }
    return [...inside, ...targets.broken([...outside.values()])];
  }

  private readAgain(): void {
    for (const [path, file] of this.made) {
      if (file.links !== null) continue;
      const links = this.linksIn(path, this.setting.read(path) ?? '');
      this.made.set(path, { ...file, links, loose: [] });
    }
  }

  /**
   * What is to be remembered of a site without such links.
   * @param files all that will be in the site
   */
  memory(files: { readonly has: (path: string) => boolean }): KnownOwn {
    const isLoose = ({ path, fragment }: OutwardLink): boolean =>
      fragment !== '' || !files.has(path);
    const siteFiles = [...this.made].map(
      ([path, { inputs, links, loose }]): [string, KnownFile] => [
        path,
        { inputs, loose: links === null ? loose : links.outward.filter(isLoose) },
      ],
    );
    const { ground } = this.setting;
    return { siteInputs: this.inputs, ground, siteFiles: Object.fromEntries(siteFiles) };
  }
}

function stays({ inputs, loose }: KnownFile): OwnFile {
  return { inputs, links: null, loose };
}
