import { createHash } from 'node:crypto';
import { iso31661 } from 'iso-3166';
import { type IdKind, once, wordsOf } from '../../model/index.js';

/**
 * A name as names are compared: compatibility forms, case, accents and punctuation folded, without "the". Nothing else
 * is: a country's adjective is not the country ("Nigerian" is neither Niger nor Nigeria), and a part is not the whole.
 */
export function comparableName(name: string): string {
  const words = wordsOf(name.normalize('NFKC').replace(/[.'’ʼ`]/g, ''));
  const telling = words.filter((word) => word !== 'the');
  return (telling.length === 0 ? words : telling).join(' ');
}

const LONGEST_LOCAL_PART = 120;

/**
 * The id of what a dataset names: always the same for the same dataset and comparable name. Where the name cannot be
 * read from the id, because it is long or in another script, a hash tells it apart.
 */
export function derivedId(kind: IdKind, dataset: string, name: string): string {
  const comparable = comparableName(name) || name.trim();
  const readable = comparable.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const local = `${dataset}-${readable}`;
  if (/^[a-z0-9 ]+$/.test(comparable) && local.length <= LONGEST_LOCAL_PART) return `${kind}:${local}`;
  const hash = createHash('sha256').update(comparable).digest('hex').slice(0, 8);
  const start = local.slice(0, LONGEST_LOCAL_PART - hash.length - 1).replace(/-$/, '');
  return `${kind}:${start}-${hash}`;
}

const iso = once(() => {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return new Map(iso31661.map(({ alpha2, alpha3, name }) => [alpha3, names.of(alpha2) ?? name]));
});
const countryNames = once(
  () =>
    new Set(
      iso31661
        .map(({ name }) => name)
        .concat([...iso().values()])
        .map(comparableName),
    ),
);

/** Countries' codes in CAMEO that are not, or no longer, those of ISO 3166. */
const ISO_OF_CAMEO: Readonly<Record<string, string>> = { ROM: 'ROU', TMP: 'TLS', ZAR: 'COD' };

/** A state's code in ISO 3166 alpha-3, given in that or in CAMEO; `undefined` where it is of a region, or none. */
export function isoCodeOf(code: string): string | undefined {
  const isoCode = ISO_OF_CAMEO[code] ?? code;
  return iso().has(isoCode) ? isoCode : undefined;
}

/** What the state with this ISO 3166 alpha-3 code is called. */
export function countryName(isoCode: string): string {
  return iso().get(isoCode) ?? isoCode;
}

/** Whether it is the name of a state or territory of ISO 3166. */
export function isCountryName(name: string): boolean {
  return countryNames().has(comparableName(name));
}
