import type { HouseStyle } from '../setting.ts';

/** Chinese as many web sites set it: one space between Han and Latin. */
export const web: HouseStyle = { severity: {}, options: {} };
