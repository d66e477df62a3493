/** Negations dropped or added. Words in which 不 or "no" negates nothing (不断, no doubt) are left alone. */
import type { Lang } from '../../../core/model.ts';
import { swapping, type ErrorMaker, type Swap } from '../edit.ts';

const NEGATED =
  '会|能|是|同意|支持|允许|愿|应|可以|可能|想|需要|存在|符合|相信|希望|打算|承认|接受|代表|包括|属于|具备|喜欢|了解|清楚|确定|参加|考虑';

const DROPPED: Readonly<Record<Lang, readonly Swap[]>> = {
  zh: [
    [new RegExp(`不(?=${NEGATED})(?!会儿|能不|是)`, 'g'), ''],
    [/没有(?![人谁什])/g, '有'],
    [/尚未|从未/g, '已'],
    [/未(?=[能经被获受达发公出])/g, '已'],
    [/无法/g, '能够'],
    [/否认/g, '承认'],
    [/拒绝/g, '同意'],
    [/禁止/g, '允许'],
  ],
  en: [
    [/ not(?! (?:only|just|least|to mention|necessarily))(?= )/g, ''],
    [/(?<=\b(?:is|are|was|were|do|does|did|has|have|had|would|could|should))n['’]t\b/g, ''],
    [/\bcannot\b/g, 'can'],
    [/\bcan['’]t\b/g, 'can'],
    [/\bwon['’]t\b/g, 'will'],
    [/\bnever (?=\p{Ll})/gu, ''],
    [
      /(?<=\b(?:is|was|are|were|be|been|has|have|had) )no (?!one|longer|doubt|more|less|other)/g,
      'a ',
    ],
    [/\bno longer\b/g, 'still'],
    [/\bwithout\b/g, 'with'],
    [/\bden(?:ied|ies)\b/g, 'confirmed'],
    [/\brefused\b/g, 'agreed'],
    [/\brefuses\b/g, 'agrees'],
    [/\bbanned\b/g, 'allowed'],
  ],
};

const ADDED: Readonly<Record<Lang, readonly Swap[]>> = {
  zh: [
    [/(?<![不没])(同意|支持|允许|可以|应该|愿意)(?![者力率])/g, '不$1'],
    [/(?<![不没还就也])将会/g, '不会'],
    [/(?<![不没也还都])(是)(?=一[个种项位])/g, '不$1'],
  ],
  en: [
    [/\b(will|would|can|could|should|must|is|are|was|were)(?= \p{Ll})(?! not)/gu, '$1 not'],
    [/\b(will|has|have|had) (?=be(?:en)? )/g, '$1 not '],
  ],
};

export const droppedNegation: ErrorMaker = ({ text, lang }) => swapping(text, DROPPED[lang]);

export const addedNegation: ErrorMaker = ({ text, lang }) => swapping(text, ADDED[lang]);
