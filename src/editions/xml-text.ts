/** Text as XML 1.0 takes it. */

/** What XML 1.0 allows in no form, and the C1 controls, which it discourages. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/gu;
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make spaces or line feeds of them.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A text between tags. What XML cannot hold becomes U+FFFD; `]]>` does not come about. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign);
}

/** A text between double quotes; its line breaks and tabs are kept. */
function xmlAttribute(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"\r\n\t]/g, (sign) => SIGNS[sign] ?? sign);
}

/** ` name="value"` for each that has a value. */
export function xmlAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlAttribute(value)}"`]))
    .join('');
}
