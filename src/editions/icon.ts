/** `site-icon.svg`: what a browser shows in its tab. Pages without one are asked for a `favicon.ico` that is not there. */
import type { Edition, Ground, SiteIcon } from './edition.ts';
import { groundFile } from './site-file.ts';

/** Two columns, the site's colour between them and the page. */
const OWN: SiteIcon = {
  path: 'site-icon.svg',
  content: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#9c2b18"/>
<path d="M16 6v20" stroke="#fff" stroke-opacity=".5" stroke-width="1.5"/>
<path d="M6 10h7M6 16h7M6 22h4M19 10h7M19 16h7M19 22h4" stroke="#fff" stroke-width="2.5"/>
</svg>
`,
};

/** The icon of a site: the one that it has, else the tool's. */
export function iconOf({ icon }: Pick<Ground, 'icon'>): SiteIcon {
  return icon ?? OWN;
}

export const edition: Edition = {
  id: 'icon',
  ofSite: (_cards, site) => {
    const { path, content } = iconOf(site);
    return [groundFile(path, () => content)];
  },
};
