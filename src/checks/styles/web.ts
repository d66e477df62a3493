import type { HouseStyle } from '../setting.ts';

/** Chinese as many web sites set it: one space between Han and Latin; headlines have more room. */
export const web: HouseStyle = {
  severity: {},
  options: {
    'space.cjk-latin': { gap: 'one' },
    'quote.style.en': { marks: 'consistent' },
    'headline.len': { zh: 30, en: 90 },
    'headline.case': { style: 'any' },
  },
};
