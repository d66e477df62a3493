/** How articles name pictures of the workspace. */
import { describe, expect, it } from 'vitest';
import { picturePath, picturesNamed, pictureType } from '../../src/core/pictures.ts';
import { GIF, JPEG, PNG, SVG, WEBP } from '../editions/picture-bytes.ts';

describe('a picture’s path', () => {
  it.each([
    ['a.png', 'articles/a.png'],
    ['./pictures//A.JPG', 'articles/pictures/A.JPG'],
    ['../pictures/a.jpeg', 'pictures/a.jpeg'],
    ['a%20b.webp?x=1#y', 'articles/a b.webp'],
    ['%E6%B8%AF.gif', 'articles/港.gif'],
    ['a%zz.svg', 'articles/a%zz.svg'],
  ])('%s → %s', (address, path) => {
    expect(picturePath(address)).toBe(path);
  });

  it.each([
    ['out of the workspace', '../../a.png'],
    ['out of it in disguise', '%2e%2e/%2e%2e/a.png'],
    ['out of it and back', '../../articles/a.png'],
    ['another site', 'https://example.com/a.png'],
    ['the root', '/a.png'],
    ['another host', '//example.com/a.png'],
    ['a disk', 'C:/a.png'],
    ['data', 'data:image/png;base64,a.png'],
    ['hidden', '../.git/a.png'],
    ['other signs', String.raw`..\..\a.png`],
    ['a zero', 'a%00.png'],
    ['no picture', 'notes.md'],
    ['nothing', ''],
  ])('none for %s: %s', (_, address) => {
    expect(picturePath(address)).toBeNull();
  });
});

describe('pictures that a text names', () => {
  it.each([
    ['![a](p/a.png)', 'articles/p/a.png'],
    ['图：![港口](p/a.png "题")。', 'articles/p/a.png'],
    ['![a](<my pictures/a.png>)', 'articles/my pictures/a.png'],
    ['![a](a(1).png)', 'articles/a(1).png'],
    ['![a][b]\n\n[b]: ../up/a.webp', 'up/a.webp'],
    ['<img alt="" src="my pictures/a.svg">', 'articles/my pictures/a.svg'],
    ["<img src='a.gif'>", 'articles/a.gif'],
    ['![a](a.png)![b](b.jpg)', 'articles/b.jpg'],
    ['![a](x%20y.JPEG?width=2)', 'articles/x y.JPEG'],
  ])('%s', (text, path) => {
    expect(picturesNamed(text)).toContain(path);
  });

  it('are none where there is no such name', () => {
    expect(picturesNamed('A .pngx file, the pictures/ folder, a.pdf. 没有图。')).toEqual([]);
  });
});

describe('the kind of a picture', () => {
  it.each([
    ['png', PNG],
    ['jpeg', JPEG],
    ['gif', GIF],
    ['webp', WEBP],
  ])('is what the bytes say: %s', (type, bytes) => {
    expect(pictureType('whatever.svg', bytes)).toBe(type);
  });

  it('is SVG by its name, and otherwise none', () => {
    expect(pictureType('a.SVG', SVG)).toBe('svg');
    expect(pictureType('a.png', SVG)).toBeNull();
    expect(pictureType('a.png', new Uint8Array())).toBeNull();
  });
});
