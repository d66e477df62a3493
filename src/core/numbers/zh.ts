import { figure, times, type Numerals } from './numeral.ts';

const FIGURES = '零〇一二两兩三四五六七八九';
const UNITS = '十百千万萬亿億兆廿卅';

/** Chinese numerals, alone and behind Arabic figures: 3.5万, 三百二十, 1亿3000万, 1000多万. */
export const CHINESE: Numerals = {
  number: new RegExp(
    `(?:\\d[\\d,]*(?:\\.\\d+)?\\s?(?:[多余餘几幾来來]?[十百千万萬亿億兆]+)?|[${FIGURES}${UNITS}]+(?:[点點][${FIGURES}]+[万萬亿億兆]*|[多余餘几幾][万萬亿億兆]+)?)(?:(?<=[万萬亿億千])(?:\\d[\\d,]*(?:\\.\\d+)?[十百千万萬亿億]+))*`,
    'gu',
  ),
  piece: new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|[${FIGURES}${UNITS}点點]`, 'gu'),
  words: {
    零: figure(0),
    〇: figure(0),
    一: figure(1),
    二: figure(2),
    两: figure(2),
    兩: figure(2),
    三: figure(3),
    四: figure(4),
    五: figure(5),
    六: figure(6),
    七: figure(7),
    八: figure(8),
    九: figure(9),
    廿: figure(20),
    卅: figure(30),
    十: times(10),
    百: times(100),
    千: times(1000),
    万: times(1e4),
    萬: times(1e4),
    亿: times(1e8),
    億: times(1e8),
    兆: times(1e12),
  },
  large: 1e4,
  dates: {},
  digitByDigit: true,
};
