import { tokenCheck } from './markup/token-check.ts';

/** Names of accounts are the same on both sides. */
export const handle = tokenCheck({
  id: 'handle',
  sign: /@/,
  pattern: /(?<![\w.@+-])@[A-Za-z0-9_]{2,30}(?![\w@]|\.\w)/g,
  examples: {
    invalid: [{ zh: '据@harbour_news报道', en: 'according to @harbor_news' }],
    valid: [{ zh: '据@harbour_news报道', en: 'according to @harbour_news' }],
  },
});
