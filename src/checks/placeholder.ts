import { tokenCheck } from './markup/token-check.ts';

/** Placeholders are the same on both sides. */
export const placeholder = tokenCheck({
  id: 'placeholder',
  sign: /[{%<$#]/,
  pattern:
    /\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|\{[\w.]{1,40}\}|\$t\([^()]{1,80}\)|%(?:\d\$)?[sdf](?![\w])|<\/?\d{1,4}\/?>|#[A-Z_]{2,30}#/g,
  examples: {
    invalid: [{ zh: '已读 {{count}} 条', en: 'read {{number}} lines' }],
    valid: [{ zh: '{{name}} 读了 %d 条', en: '{{name}} has read %d lines' }],
  },
});
