import { tokenCheck } from './markup/token-check.ts';

/** Hashtags are the same on both sides; one in Chinese may be translated. */
export const hashtag = tokenCheck({
  id: 'hashtag',
  sign: /#/,
  pattern:
    /(?<![\w#&/])#(?![A-Z_]{2,30}#)(?:[A-Za-z][A-Za-z0-9_]{1,40}(?!\w)|[\w\p{Script=Han}]{2,40}#?)/gu,
  mayDiffer: (token) => /\p{Script=Han}/u.test(token),
  examples: {
    invalid: [{ zh: '话题#HighTide登上热搜', en: '#LowTide is trending' }],
    valid: [{ zh: '话题#涨潮#登上热搜', en: '#HighTide is trending' }],
  },
});
