/** On paper: no navigation, black on white, addresses written out. */
export const PRINT_CSS = `@media print {
  :root { color-scheme: only light; --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --wash: #fff; --mark: #fff; --hover: #fff; --measure: none; --wide: none }
  @page { margin: 2cm }
  html { font-size: 10.5pt }
  body { display: block; padding: 0; font-size: 1rem }
  nav, .skip, .foot, .anchor, .beside, .controls, [data-footnote-backref] { display: none }
  .article > .masthead, .masthead { position: static; padding-block: 0 .5rem }
  .heading { margin-top: 1.5rem }
  .pair, tr, figure, blockquote { break-inside: avoid }
  h1, h2, h3, h4, h5, h6 { break-after: avoid }
  .ending:not(:has(> :not(nav))) { display: none }
  .ending { break-before: avoid; margin-top: 1rem }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere }
}
`;
