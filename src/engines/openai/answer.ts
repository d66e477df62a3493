/** An OpenAI-compatible server's answer → texts by id, or what is wrong with it. Nothing is guessed. */
import * as v from 'valibot';

const completion = v.object({
  model: v.optional(v.unknown()),
  choices: v.pipe(
    v.array(
      v.object({
        finish_reason: v.optional(v.unknown()),
        message: v.object({
          content: v.optional(v.unknown()),
          refusal: v.optional(v.unknown()),
        }),
      }),
    ),
    v.minLength(1),
  ),
  usage: v.optional(v.unknown()),
});

const translations = v.strictObject({
  translations: v.array(v.strictObject({ id: v.string(), text: v.string() })),
});

export interface Answered {
  readonly texts: ReadonlyMap<string, string>;
  readonly model?: string;
  readonly tokens?: number;
}

export type Read = Answered | { readonly wrong: string; readonly filtered?: true };

/** A value of the JSON that a text holds; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Choice = v.InferOutput<typeof completion>['choices'][number];

const FINISHES: ReadonlyMap<unknown, { readonly wrong: string; readonly filtered?: true }> =
  new Map<unknown, { readonly wrong: string; readonly filtered?: true }>([
    ['length', { wrong: 'it was cut off' }],
    ['content_filter', { wrong: 'a content filter stopped it', filtered: true }],
  ]);

function contentOf({ message, finish_reason: finish }: Choice): string | Exclude<Read, Answered> {
  const ended = FINISHES.get(finish);
  if (ended !== undefined) return ended;
  const { refusal, content } = message;
  if (typeof refusal === 'string' && refusal !== '') {
    return { wrong: `the model refused: ${refusal}` };
  }
  return typeof content === 'string' ? content : { wrong: 'it holds no text' };
}

function pair(
  given: readonly { readonly id: string; readonly text: string }[],
  ids: readonly string[],
): ReadonlyMap<string, string> | { readonly wrong: string } {
  const texts = new Map(given.map(({ id, text }) => [id, text]));
  if (texts.size < given.length) return { wrong: 'an id came twice' };
  if (given.length !== ids.length || ids.some((id) => !texts.has(id))) {
    return { wrong: `${ids.length} texts sent, ${given.length} back` };
  }
  const blank = given.every(({ text }) => text.trim() === '');
  return blank ? { wrong: 'all texts are blank' } : texts;
}

function extras(model: unknown, usage: unknown): Pick<Answered, 'model' | 'tokens'> {
  const counted = v.safeParse(v.object({ total_tokens: v.pipe(v.number(), v.minValue(0)) }), usage);
  const named = typeof model === 'string' && /^[\x21-\x7e]{1,100}$/.test(model);
  return {
    ...(named ? { model } : {}),
    ...(counted.success ? { tokens: counted.output.total_tokens } : {}),
  };
}

/**
 * Reads a completion.
 * @param body of a 2xx answer
 * @param ids of the texts that were sent; each has to come back exactly once, in any order
 */
export function readCompletion(body: string, ids: readonly string[]): Read {
  const outer = v.safeParse(completion, parseJson(body));
  const choice = outer.success ? outer.output.choices[0] : undefined;
  if (!outer.success || choice === undefined) return { wrong: 'it is no chat completion' };
  const content = contentOf(choice);
  if (typeof content !== 'string') return content;
  const inner = v.safeParse(translations, parseJson(content));
  if (!inner.success) return { wrong: 'it does not have the form that was asked for' };
  const texts = pair(inner.output.translations, ids);
  if ('wrong' in texts) return texts;
  return { texts, ...extras(outer.output.model, outer.output.usage) };
}
