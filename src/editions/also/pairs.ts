/** `segments.json`: the pairs that went out, of each article and of all, one a line. */
import { plainText } from '../../core/tags.ts';
import type { Edition, EditionOptions } from '../edition.ts';
import { articleFile, wholeFile } from './formats.ts';
import { publishedPairs, type PublishedPair } from './published-pairs.ts';
import { textOf, textOfAll, type TextForm } from './text-of-all.ts';

/** Tagged texts stand beside the plain ones only where they differ. */
function line(pair: PublishedPair, { translators }: EditionOptions): string {
  const { article, key, source, at, by } = pair;
  const [zh, en] = [plainText(pair.zh), plainText(pair.en)];
  const isTagged = zh !== pair.zh || en !== pair.en;
  return JSON.stringify({
    id: `${article}:${key}`,
    article,
    key,
    source,
    zh,
    en,
    ...(isTagged ? { tagged: { zh: pair.zh, en: pair.en } } : {}),
    ...(at === undefined ? {} : { reviewed: at }),
    ...(translators && by !== undefined ? { by } : {}),
  });
}

function formOf(options: EditionOptions): TextForm {
  return {
    head: '{"pairs": [',
    between: ',',
    tail: '\n]}\n',
    partOf: (state) =>
      publishedPairs(state)
        .map((pair) => `\n${line(pair, options)}`)
        .join(','),
  };
}

export const edition: Edition = {
  id: 'pairs',
  ofArticle: (state, { slug }, { options }) =>
    new Map([[articleFile('pairs', 'bilingual', slug, options), textOf(formOf(options), state)]]),
  ofAll: (setting) => {
    const { options } = setting.site;
    return [textOfAll(wholeFile('pairs', 'bilingual', options), formOf(options), setting)];
  },
};
