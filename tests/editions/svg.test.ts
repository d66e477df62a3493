/** SVGs that are nothing but pictures. */
import { describe, expect, it } from 'vitest';
import { faultOfSvg } from '../../src/editions/parts/svg.ts';
import { SVG_TEXT } from './picture-bytes.ts';

const svg = (inside: string, attributes = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="urn:x"${attributes}>${inside}</svg>`,
  );

describe('an SVG', () => {
  it.each([
    new TextEncoder().encode(SVG_TEXT),
    svg('<style>rect { fill: url(#shade) }</style><rect fill="url(#shade)"/>'),
    svg('<use xlink:href="#part"/><image href="data:image/png;base64,AAAA"/>'),
    svg('<text font-family="\'Noto Sans\'">说明 &amp; words</text>'),
    svg('<g ink:file="C:\\drawings\\a.svg"/>'),
  ])('is shown: case %#', (bytes) => {
    expect(faultOfSvg(bytes)).toBeNull();
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['a script', svg('<script>alert(1)</script>'), /<script>/],
    ['a script of another prefix', svg('<ink:SCRIPT/>'), /<script>/],
    ['a deed', svg('', ' onload="alert(1)"'), /onload/],
    ['a page', svg('<foreignObject><p/></foreignObject>'), /<foreignobject>/],
    ['an address', svg('<image xlink:href="https://example.com/a.png"/>'), /xlink:href/],
    ['a program’s address', svg('<a href="javascript:alert(1)"/>'), /href/],
    ['data that is a page', svg('<use href="data:text/html,x"/>'), /href/],
    ['an SVG in it', svg('<image href="data:image/svg+xml,x"/>'), /href/],
    ['a style that loads', svg('<rect style="fill: url(https://example.com)"/>'), /style/],
    ['a sheet that loads', svg('<style>@import "x.css";</style>'), /style loads/],
    ['a sheet in disguise', svg('<style><![CDATA[ u\\72l(x) ]]></style>'), /style loads/],
    [
      'declarations',
      new TextEncoder().encode(`<!DOCTYPE svg [<!ENTITY a "b">]>${SVG_TEXT}`),
      /DOCTYPE/,
    ],
    [
      'a stylesheet',
      new TextEncoder().encode(`<?xml-stylesheet href="x"?>${SVG_TEXT}`),
      /instruction/,
    ],
    ['other XML', new TextEncoder().encode('<html/>'), /no SVG/],
    ['half of it', new TextEncoder().encode(SVG_TEXT.slice(0, 40)), /./],
    ['no text', Uint8Array.of(0xff, 0xfe, 0x3c), /./],
    ['no end of elements', svg('<g>'.repeat(300) + '</g>'.repeat(300)), /nested/],
  ])('is not shown with %s', (_, bytes, says) => {
    expect(faultOfSvg(bytes)).toMatch(says);
  });
});
