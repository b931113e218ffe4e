/** Text between tags. A carriage return would be read as a line feed. */
export function xmlText(text: string): string {
  return withEscapes(text, /[&<>\r]/g);
}

/** Text of an attribute, between double quotes. White space other than a space would be read as one. */
export function xmlAttribute(text: string): string {
  return withEscapes(text, /[&<>"\t\n\r]/g);
}

/** Most texts have none of these, and a search takes less time than a replacement that finds nothing. */
function withEscapes(text: string, characters: RegExp): string {
  return text.search(characters) === -1 ? text : text.replace(characters, escaped);
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
