import { tokenCheck } from './markup/token-check.ts';

/** E-mail addresses are the same on both sides. */
export const email = tokenCheck({
  id: 'email',
  sign: /@/,
  pattern: /[\w.+-]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,4}/g,
  examples: {
    invalid: [{ zh: '请写信至 desk@example.org 。', en: 'Write to dest@example.org.' }],
    valid: [{ zh: '请写信至desk@example.org。', en: 'Write to desk@example.org.' }],
  },
});
