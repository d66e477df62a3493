/** Sentences of the interface, with values that are safe to show. */
import type { MessageValues, Translate } from '../../core/messages.ts';
import { visible } from '../../core/safe-text.ts';
import type { Message } from '../message.ts';

function safeValues(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? visible(value).replaceAll('\n', ' ') : value,
    ]),
  );
}

/** Says a message; reasons and names in it may come from files. */
export function safeMessage(t: Translate, message: Message): string {
  const names = Object.entries(message.names ?? {}).map(([name, key]) => [name, t(key)]);
  return t(message.key, { ...safeValues(message.values ?? {}), ...Object.fromEntries(names) });
}
