/** Keys of the interface's strings, and the function that says them. */
import type strings from '../../locales/en/duizhao.json';

type PluralBase<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** A key of `locales/{zh,en}/duizhao.json`; plural forms are asked for by their base. */
export type MessageKey = PluralBase<keyof typeof strings>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message in the interface's language. `count` chooses the plural form. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;
