/** What is sent for a request, and how large it is. */
import { createHash } from 'node:crypto';
import type * as deepl from 'deepl-node';
import type { Config } from '../../config.ts';
import type { Lang } from '../../core/model.ts';
import type { EngineRequest } from '../../core/ports.ts';
import type { DeeplTarget } from './target.ts';
import { deeplTarget } from './target.ts';

type Settings = Config['deepl'];

/** The variant of a language that drafts are written in. */
export function targetOf(to: Lang, config: Settings): DeeplTarget {
  return deeplTarget(to === 'zh' ? config.chinese : config.english);
}

/** Options of the client for a request. `glossary` is the id of the one to use, or null. */
export function textOptions(
  request: EngineRequest,
  config: Settings,
  glossary: string | null,
): deepl.TranslateTextOptions {
  const style = config.style[request.to];
  const instructions = config.instructions[request.to] ?? [];
  return {
    // Segments are sentences already: a second opinion on where one ends can only lose text.
    splitSentences: 'off',
    modelType: config.model,
    ...(request.tagged ? { tagHandling: 'xml', tagHandlingVersion: 'v2', ignoreTags: ['x'] } : {}),
    ...(request.context === '' ? {} : { context: request.context }),
    ...(glossary === null ? {} : { glossary }),
    ...(style === undefined ? {} : { styleRule: style }),
    ...(instructions.length === 0 ? {} : { customInstructions: [...instructions] }),
  };
}

/** The body as the client encodes it: a form, in which a Han character takes nine bytes. */
export function formSize(
  request: EngineRequest,
  config: Settings,
  glossary: string | null,
): number {
  const form = new URLSearchParams({
    target_lang: targetOf(request.to, config),
    source_lang: request.from,
    show_billed_characters: '1',
    split_sentences: '0',
    model_type: config.model,
  });
  if (request.tagged) {
    form.append('tag_handling', 'xml');
    form.append('tag_handling_version', 'v2');
    form.append('ignore_tags', 'x');
  }
  if (request.context !== '') form.append('context', request.context);
  if (glossary !== null) form.append('glossary_id', glossary);
  const style = config.style[request.to];
  if (style !== undefined) form.append('style_id', style);
  for (const text of config.instructions[request.to] ?? [])
    form.append('custom_instructions', text);
  for (const { text } of request.texts) form.append('text', text);
  return form.toString().length;
}

/** What shapes an answer besides text, context and terms, as one line. */
export function settingsLine(to: Lang, config: Settings): string {
  const style = config.style[to];
  const instructions = config.instructions[to] ?? [];
  const hash = createHash('sha256').update(JSON.stringify(instructions)).digest('hex');
  return [
    `target=${targetOf(to, config)}`,
    `model=${config.model}`,
    'tags=v2',
    ...(config.glossary ? [] : ['glossary=off']),
    ...(style === undefined ? [] : [`style=${encodeURIComponent(style)}`]),
    ...(instructions.length === 0 ? [] : [`instructions=${hash.slice(0, 16)}`]),
  ].join(' ');
}
