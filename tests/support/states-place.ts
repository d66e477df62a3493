/** A place to publish articles from that stand in no file: only what is published is on the disk. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { createTranslate } from '../../src/interface.ts';
import { openPress } from '../../src/io/press.ts';
import type { Services } from '../../src/services.ts';

const t = await createTranslate('en');

export class StatesPlace {
  readonly root = mkdtempSync(join(tmpdir(), 'duizhao-states-'));
  private remembered: unknown = null;
  private readonly bytes = new Map<string, Uint8Array>();

  constructor() {
    mkdirSync(join(this.root, 'articles'));
  }

  /** @param more services besides those that every publication needs */
  services(
    states: readonly ArticleState[],
    config: unknown,
    more: Partial<Services> = {},
  ): Services {
    const { root } = this;
    const services = {
      t,
      cwd: root,
      version: '1.2.3',
      user: 'mei',
      clock: () => new Date('2026-05-02T08:00:00Z'),
      openWorkspace: async () => ({
        config: parseConfig(config, 'duizhao.config.json'),
        workspace: this.workspace(states),
      }),
      openHands: () => null,
      openPress: async () => {
        const processes = { pid: process.pid, isAlive: () => true };
        return openPress({ root, stateFolder: join(root, 'state'), processes });
      },
      ...more,
    };
    return services as unknown as Services;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private workspace(states: readonly ArticleState[]) {
    const find = (slug: string) => states.find((state) => state.article.slug === slug);
    return {
      root: this.root,
      slugs: async () => states.map((state) => state.article.slug).sort(),
      terms: async () => null,
      open: async (slug: string) => find(slug),
      fingerprints: async (slugs: readonly string[]) =>
        new Map(slugs.map((slug) => [slug, JSON.stringify(find(slug))])),
      recall: async () => this.remembered,
      remember: async (_name: string, value: unknown) => {
        this.remembered = JSON.parse(JSON.stringify(value));
      },
      recallBytes: async (name: string) => this.bytes.get(name) ?? null,
      rememberBytes: async (name: string, parts: readonly Uint8Array[]) => {
        this.bytes.set(name, new Uint8Array(Buffer.concat(parts)));
      },
    };
  }
}
