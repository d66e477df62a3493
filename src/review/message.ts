import type { MessageKey, MessageValues } from '../core/messages.ts';

/** A sentence of the interface, said when it is drawn. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: MessageValues;
  /** Values that are sentences of the interface themselves. */
  readonly names?: Readonly<Record<string, MessageKey>>;
}
