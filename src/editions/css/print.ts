/** On paper: no navigation, black on white, addresses written out. */
export const PRINT_CSS = `@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --wash: #fff; --mark: none }
  @page { margin: 2cm }
  body { padding: 0; font-size: 11pt }
  nav, .skip, .foot, .anchor, [data-footnote-backref] { display: none }
  .masthead { padding-block: 0 .5rem }
  .masthead, main, .bilingual :is(.masthead, main) { max-width: none }
  .heading { margin-top: 1.5rem }
  .pair, tr, figure, blockquote { break-inside: avoid }
  h1, h2, h3, h4, h5, h6 { break-after: avoid }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere }
}
`;
