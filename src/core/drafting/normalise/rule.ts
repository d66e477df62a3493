import type { LaidText } from './laid-text.ts';

export type Script = 'zh-Hans' | 'zh-Hant';

/** One thing to put right. It leaves alone what is right already. */
export type Rule = (laid: LaidText, script: Script) => LaidText;
