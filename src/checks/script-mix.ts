import { optionOf, type PairCheck, type PairView } from './check.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import { isCertain, otherForm, scriptSigns, type Script } from './marks/script.ts';
import type { SideText } from './marks/side-text.ts';

const ANY_HAN = /\p{Script=Han}/u;

/** The script whose characters are wrong in a text; null where all is of one. */
function wrongScript(
  signs: Readonly<Record<Script, readonly number[]>>,
  house: Script | 'any',
): Script | null {
  if (house === 'Hans') return signs.Hant.length > 0 ? 'Hant' : null;
  if (house === 'Hant') return signs.Hans.length > 0 ? 'Hans' : null;
  if (signs.Hans.length === 0 || signs.Hant.length === 0) return null;
  return signs.Hant.length > signs.Hans.length ? 'Hans' : 'Hant';
}

function look({ text, isKept }: SideText, { setting }: PairView, check: PairCheck): Fault[] {
  if (!ANY_HAN.test(text)) return [];
  const signs = scriptSigns(text);
  const script = wrongScript(signs, optionOf(setting, check, 'script'));
  if (script === null) return [];
  return signs[script]
    .filter((at) => !isKept(at, at + 1))
    .map((at) => {
      const character = text.charAt(at);
      const put = isCertain(character, script) ? otherForm(character, script) : undefined;
      const edits = put === undefined ? {} : { edits: [{ from: at, to: at + 1, text: put }] };
      return { from: at, to: at + 1, ...edits };
    });
}

/** A text is in simplified or in traditional characters, not in both; what both scripts have tells nothing. */
export const scriptMix: PairCheck = {
  id: 'script.mix',
  severity: 'warning',
  group: 'language',
  fixes: 'wording',
  options: { script: { fallback: 'any', allowed: ['any', 'Hans', 'Hant'] } },
  scope: 'pair',
  examples: {
    invalid: [{ zh: '记者從台北报道', en: 'reports from Taipei' }],
    valid: [{ zh: '乾隆皇帝与著名学者', en: 'the Qianlong Emperor and a noted scholar' }],
  },
  run: lookAt(['zh'], look),
};
