/** Most texts have none of these, and a test takes less time than a replacement that finds nothing. */
const IN_TEXT = /[&<>\r]/;
const IN_ATTRIBUTES = /[&<>"\t\n\r]/;

/** Text between tags. A carriage return would be read as a line feed. */
export function xmlText(text: string): string {
  return IN_TEXT.test(text) ? text.replace(/[&<>\r]/g, escaped) : text;
}

/** Text of an attribute, between double quotes. White space other than a space would be read as one. */
export function xmlAttribute(text: string): string {
  return IN_ATTRIBUTES.test(text) ? text.replace(/[&<>"\t\n\r]/g, escaped) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escaped(character: string): string {
  return ESCAPES[character] ?? character;
}
