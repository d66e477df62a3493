/** Pseudo-translation: no network, no key, no cost; shows how pages and screens take a second language. */
import type { Engine } from '../core/ports.ts';
import { EngineError } from '../core/ports.ts';
import { otherLang } from '../core/model.ts';
import type { OpenEngine } from './index.ts';
import { pseudoText } from './pseudo/text.ts';

const LIMITS = { texts: 50, bytes: 256 * 1024 };
/** Changes with every change of what it makes of a text. */
const VERSION = 1;

/** Opens the engine; it answers at once and never fails unless it was stopped. */
export function createPseudo(): Engine {
  return {
    id: 'pseudo',
    limits: LIMITS,
    free: true,
    takesTerms: 'never',
    settings: (from) => `pseudo ${VERSION} ${otherLang(from)}`,
    size: ({ texts }) => texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    async translate({ texts, to, tagged }, signal) {
      if (signal?.aborted === true) {
        throw new EngineError('network', 'Stopped before the texts were looked at.');
      }
      return texts.map(({ id, text }) => ({ id, text: pseudoText(text, to, tagged), billed: 0 }));
    },
  };
}

export const open: OpenEngine = () => createPseudo();
