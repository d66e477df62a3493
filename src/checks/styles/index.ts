/** House styles by name. A new one is a file in this folder and a line here. */
import type { HouseStyle } from '../setting.ts';
import { newspaper } from './newspaper.ts';
import { web } from './web.ts';
import { wire } from './wire.ts';

export const HOUSE_STYLES: Readonly<Record<string, HouseStyle>> = { newspaper, web, wire };
