import type { HouseStyle } from '../setting.ts';

/**
 * What a workspace has that says nothing, so it takes no side where papers differ: spaces between Han and
 * Latin, English quotation marks and the capitals of headlines are to be of one kind.
 */
export const newspaper: HouseStyle = {
  severity: {},
  options: {
    'space.cjk-latin': { gap: 'consistent' },
    'quote.style.en': { marks: 'consistent' },
    'headline.len': { zh: 22, en: 70 },
    'headline.case': { style: 'any' },
  },
};
