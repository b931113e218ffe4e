/**
 * Words for full-text search: both engines search what these two functions make of a text and of a query,
 * so that they find the same set. Case and accents are folded; a word is a run of letters and digits.
 */
const COMBINING_MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

/** Letters that Unicode does not decompose, folded as readers type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const FOLDED_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Longer runs are no words anybody looks for, and one engine would split them where the other does not. */
const LONGEST_WORD = 100;

/** The words of a text, folded, in order, each at most 100 long. Apostrophes and hyphens separate words. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(FOLDED_LETTERS, (letter) => LETTERS[letter] ?? letter);
  return (folded.match(WORDS) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/**
 * What is stored and searched: the distinct words of the texts, between spaces, so that ` word ` finds a word and
 * ` prefix` a prefix.
 */
export function searchTextOf(...texts: readonly (string | null | undefined)[]): string {
  const words = new Set(texts.flatMap((text) => (text ? wordsOf(text) : [])));
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `;
}

/** Whether a text has every word, the last one as a prefix. */
export function matchesWords(searchText: string, words: readonly string[]): boolean {
  return words.every((word, i) => searchText.includes(i === words.length - 1 ? ` ${word}` : ` ${word} `));
}
