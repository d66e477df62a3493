import type { HouseStyle } from '../setting.ts';

/** Chinese as newspapers set it: no spaces between Han and Latin, pages add the gap. */
export const newspaper: HouseStyle = { severity: {}, options: {} };
