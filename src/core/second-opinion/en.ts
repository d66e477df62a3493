import type { OpinionWords } from './opinion-words.ts';

/** Facts about English. */
export const ENGLISH: OpinionWords = {
  negation:
    /\b(?:not|no|none|nor|never|neither|nobody|nothing|nowhere|without|cannot|hardly|barely|scarcely|seldom|unable|impossible|refus(?:e[sd]?|ing|al)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing|ion)?|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|ban(?:s|ned|ning)?|oppos(?:e[sd]?|ing|ition))\b|n['’]t\b/giu,
  noNegation:
    /\b(?:not only|no doubt|no matter|no longer than|whether or not|not least|without fail)\b/giu,
  noNumber: /\b(?:one|ones|first|second|seconds)\b/giu,
  // A capital that is not the sentence's own.
  names:
    /(?<=[\p{L}\p{N},;:)%’”"'-]\s["“‘(]?|\p{Lu}[\p{L}.]*[ -])\p{Lu}[\p{L}\p{M}\d.'’-]*|\p{Lu}[\p{L}\p{M}.'’-]*(?= \p{Lu})/gu,
  noName: new Set([
    'i',
    "i'm",
    'the',
    'a',
    'an',
    'in',
    'on',
    'at',
    'he',
    'she',
    'it',
    'we',
    'they',
    'mr',
    'ms',
    'mrs',
    'dr',
  ]),
  pieces: (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [],
  // A capital may be a matter of taste.
  loneNames: 2,
};
