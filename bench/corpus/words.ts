import { at, type Random, zipf } from './random.js';

/** The most frequent words of the corpus, as diplomats might have it; the ranks after them are invented words. */
const COMMON =
  `the of to and we a in that our is for agreement with must on obligations this not will council sanctions be by
  resolution commitments under full implementation all relief nuclear security region has have its from return talks
  parties states position which international programme peaceful measures agency board compliance restrictions
  enrichment mechanism notification proposal inspectors ministers negotiations partners allies law sovereignty
  inspections verification dialogue process concerns rights support oppose condition conditions unilateral threats
  pressure economic banking oil exports ships strait missiles ballistic drones embargo arms expiry termination
  extension deadline draft vote veto abstention members permanent coordinator joint commission statement letter report
  director safeguards protocol additional centrifuges stockpile uranium heavy water reactor humanitarian exemptions
  waivers mediation envoy channel guarantees compensation withdrawal rejoin steps sequence reversible snapback`
    .split(/\s+/)
    .filter(Boolean);

const SYLLABLES = 'ba de ki lo mu na pe ri so tu va ze cha dro fi gra ho ja kle li mo nu'.split(' ');

const WORDS = 6_000;
const rankOf = zipf(WORDS);

/** A pronounceable word of its own for each number. */
export function inventedWord(number: number): string {
  let rest = number;
  let word = '';
  do {
    word += at(SYLLABLES, rest % SYLLABLES.length);
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return `${word}n`;
}

/** A name of its own for each number, such as `Bakiden`. */
export function inventedName(number: number): string {
  const word = inventedWord(number + SYLLABLES.length ** 2);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words as frequent as words are. */
export function sentence(random: Random, least: number, most: number): string {
  const words = Array.from({ length: least + random.below(most - least + 1) }, () => {
    const rank = rankOf(random);
    return COMMON[rank] ?? inventedWord(rank);
  });
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
