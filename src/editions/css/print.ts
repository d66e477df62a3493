/** On paper: no navigation, black on white, addresses written out. */
export const PRINT_CSS = `@media print {
  :root { color-scheme: only light; --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --wash: #fff; --mark: #fff; --hover: #fff; --measure: none; --wide: none }
  @page { margin: 2cm; @bottom-center { content: counter(page); font: 9pt var(--latin-plain) } }
  html { font-size: 10.5pt }
  body { display: block; padding: 0; font-size: 1rem }
  nav, .pager, .skip, .foot, .anchor, .beside, .controls, p:has(> [data-footnote-backref]:first-child), [data-footnote-backref], .index > .masthead { display: none }
  .article > .masthead, .masthead { position: static; padding-block: 0 .5rem }
  .heading { margin-top: 1.5rem }
  .pair, .table, tr, figure, blockquote, .entry { break-inside: avoid }
  .body :is(code, kbd) { padding-inline: 0 }
  .body pre { padding-block: .2em; border-inline-start: 1px solid var(--rule) }
  .body p { orphans: 3; widows: 3 }
  .body figure img { max-height: 16cm }
  details::details-content { display: block; content-visibility: visible }
  h1, h2, h3, h4, h5, h6 { break-after: avoid }
  .ending:not(:has(> :not(nav))) { display: none }
  .ending { break-before: avoid; margin-top: 1rem }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere }
  body:has(#show-both:checked) .pair > .tgt a[href]::after { content: none }
}
`;
