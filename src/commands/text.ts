/** Stricli's own sentences, in both languages. */
import { text_en, type ApplicationText } from '@stricli/core';
import type { Lang } from '../core/model.ts';

const TEXT_ZH: ApplicationText = {
  ...text_en,
  keywords: { default: '默认 =', separator: '分隔符 =' },
  headers: { usage: '用法', aliases: '别名', commands: '命令', flags: '选项', arguments: '参数' },
  briefs: {
    ...text_en.briefs,
    help: '显示本帮助并退出',
    argumentEscapeSequence: '其后的内容一律视为参数',
  },
};

/** What stricli says, in the interface's language. */
export function applicationText(lang: Lang): ApplicationText {
  return lang === 'zh' ? TEXT_ZH : text_en;
}
