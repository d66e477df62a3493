import type { HouseStyle } from '../setting.ts';

/** Chinese as newspapers set it: no spaces between Han and Latin, pages add the gap. */
export const newspaper: HouseStyle = {
  severity: {},
  options: {
    'space.cjk-latin': { gap: 'none' },
    'quote.style.en': { marks: 'consistent' },
    'headline.len': { zh: 22, en: 70 },
    'headline.case': { style: 'any' },
  },
};
