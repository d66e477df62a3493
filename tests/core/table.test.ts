import { expect, it } from 'vitest';
import { markdownTable, textTable } from '../../src/core/table.ts';

const COLUMNS = [{ title: 'name' }, { title: '数', right: true }];

it('aligns by the cells of a terminal', () => {
  expect(
    textTable(COLUMNS, [
      ['渡轮', '7'],
      ['quay', '120'],
      ['', ''],
    ]),
  ).toEqual(['name   数', '渡轮    7', 'quay  120', '']);
});

it('keeps a cell of Markdown one cell', () => {
  expect(markdownTable(COLUMNS, [['a|b\\', '1\n2']])).toEqual([
    '| name | 数 |',
    '| --- | --: |',
    '| a\\|b\\\\ | 1 2 |',
  ]);
});
