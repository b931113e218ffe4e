/** Text between tags. A carriage return would be read as a line feed. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, escaped);
}

/** Text of an attribute, between double quotes. White space other than a space would be read as one. */
export function xmlAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, escaped);
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
