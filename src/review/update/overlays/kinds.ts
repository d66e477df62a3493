/** All lines and lists that may lie over the review. A new one is a file and a line here. */
import type { PickPurpose, PromptPurpose } from '../../overlay.ts';
import { MATCHES, TERMS } from '../inserting.ts';
import { CONCORDANCE } from '../looking-up.ts';
import { ASSIGN, COMMENT, CORRECT, OMIT } from './deeds.ts';
import { DISMISS } from './dismiss.ts';
import { FILTER } from './filter.ts';
import { GO_TO } from './go-to.ts';
import { NOTES } from './notes.ts';
import type { PickKind } from './picks.ts';
import type { PromptKind } from './prompts.ts';
import { REPLACE, REPLACE_FIND, REPLACE_WITH } from './replace.ts';

const LINES: readonly PromptKind[] = [
  FILTER,
  GO_TO,
  COMMENT,
  OMIT,
  ASSIGN,
  CORRECT,
  DISMISS,
  REPLACE_FIND,
  REPLACE_WITH,
];

const LISTS: readonly PickKind[] = [CONCORDANCE, MATCHES, TERMS, REPLACE, NOTES];

export const PROMPTS: ReadonlyMap<PromptPurpose, PromptKind> = new Map(
  LINES.map((kind) => [kind.purpose, kind]),
);

/** All lists but the palette, which needs to carry commands out. */
export const PICKS: ReadonlyMap<PickPurpose, PickKind> = new Map(
  LISTS.map((kind) => [kind.purpose, kind]),
);
