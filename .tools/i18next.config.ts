/**
 * i18next-cli for the tool's own strings (`npx i18next-cli -c .tools/i18next.config.ts extract`), which
 * leaves every article's locale files alone: they are data, no source code asks for their keys.
 */
import { readdirSync } from 'node:fs';
import type { I18nextToolkitConfig } from 'i18next-cli';

/** Names only: globs do not protect (i18next/i18next-cli#171). */
function articles(): string[] {
  return ['zh', 'en'].flatMap((lang) =>
    readdirSync(`locales/${lang}`)
      .filter((name) => name.endsWith('.json') && name !== 'duizhao.json')
      .map((name) => name.slice(0, -'.json'.length)),
  );
}

const config: I18nextToolkitConfig = {
  locales: ['en', 'zh'],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: 'duizhao',
    ignoreNamespaces: [...new Set(articles())],
    keySeparator: false,
    nsSeparator: false,
    // No string calls another; the default prefix makes the tool spend seconds on the one that names it.
    nestingPrefix: '$nest(',
    // Many keys are put together in code (`check.${id}`): none is ever taken out or moved.
    removeUnusedKeys: false,
    preservePatterns: ['*'],
    sort: false,
    indentation: 2,
  },
};

// oxlint-disable-next-line import/no-default-export -- i18next-cli reads the default export
export default config;
