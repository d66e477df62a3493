/** The tool's own strings through i18next, in one of the two languages. */
import { createInstance } from 'i18next';
import type { Translate } from './core/messages.ts';
import type { Lang } from './core/model.ts';
import { remembering } from './core/remembering.ts';

type Strings = Readonly<Record<string, string>>;

async function loadStrings(lang: Lang): Promise<Strings> {
  const module =
    lang === 'zh'
      ? await import('../locales/zh/duizhao.json', { with: { type: 'json' } })
      : await import('../locales/en/duizhao.json', { with: { type: 'json' } });
  return module.default;
}

/** What says the interface's messages. The settings are those that the README recommends. */
export async function createTranslate(lang: Lang): Promise<Translate> {
  const instance = createInstance();
  await instance.init({
    lng: lang,
    fallbackLng: false,
    defaultNS: 'duizhao',
    resources: { [lang]: { duizhao: await loadStrings(lang) } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
    // Values are shown as text, not as HTML; and a value that looks like a call stays text.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  // A screen says the same hundred of them after every key.
  const plain = remembering((key) => instance.t(key));
  return (key, values) => (values === undefined ? plain(key) : instance.t(key, { ...values }));
}

/** The interface's language: `--lang`, DUIZHAO_LANG, the config, then the locale variables, else en. */
export function chooseLang(wishes: readonly (string | undefined)[]): Lang {
  for (const wish of wishes) {
    if (wish === undefined || wish === '') continue;
    return wish.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }
  return 'en';
}
