import { tokenCheck } from './markup/token-check.ts';

/** Code between backquotes is the same on both sides. */
export const code = tokenCheck({
  id: 'code',
  sign: /`/,
  pattern: /`[^`\n]{1,120}`/g,
  examples: {
    invalid: [{ zh: '运行 `make build`。', en: 'Run `make all`.' }],
    valid: [{ zh: '运行 `make build`。', en: 'Run `make build`.' }],
  },
});
