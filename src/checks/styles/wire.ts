import type { HouseStyle } from '../setting.ts';

/** Copy of a news agency: straight English quotation marks, two hyphens for a dash, headlines like sentences. */
export const wire: HouseStyle = {
  severity: { 'punct.dash': 'off' },
  options: {
    'space.cjk-latin': { gap: 'none' },
    'quote.style.en': { marks: 'straight' },
    'headline.len': { zh: 25, en: 80 },
    'headline.case': { style: 'sentence' },
  },
};
