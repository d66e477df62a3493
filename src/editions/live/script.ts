import { PREVIEW_EVENTS } from '../../core/preview.ts';

/** The address of the script; no page of a site can have it. */
export const LIVE_PATH = '/-/preview.js';

/**
 * The script that only a preview's pages have: shows a page anew when its article has changed, at the
 * place where the reader was. A page that names no article shows several: any change may be its own.
 */
export const LIVE_JS = `(() => {
  const { slug } = document.currentScript.dataset;
  const name = 'duizhao-preview ' + location.pathname;
  const again = () => {
    sessionStorage.setItem(name, String(scrollY));
    location.reload();
  };
  const place = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  if (place !== null) {
    history.scrollRestoration = 'manual';
    addEventListener('load', () => scrollTo({ top: Number(place), behavior: 'instant' }));
  }
  const events = new EventSource('${PREVIEW_EVENTS}');
  let lost = false;
  events.onmessage = ({ data }) => {
    const slugs = JSON.parse(data);
    if (!slug || slugs === null || slugs.includes(slug)) again();
  };
  events.onerror = () => {
    lost = true;
  };
  events.onopen = () => {
    if (lost) again();
  };
})();
`;
