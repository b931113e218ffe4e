import { hash } from 'node:crypto';
import type { AnyRecord, RecordOf } from './records.js';
import { wordsOf } from './text.js';

/** Lists whose order means nothing; the canonical form sorts them. Speakers, citations and conditions keep theirs. */
const SETS = new Set([
  'aliases',
  'partOf',
  'codes',
  'decides',
  'involves',
  'addressees',
  'about',
  'stances',
  'askedOf',
  'respondsTo',
  'concerns',
  'sources',
]);

/** The attribution that a citation has where the record leaves it out. */
export function defaultAttribution(citation: {
  readonly quote?: string | undefined;
}): 'VERBATIM' | 'PARAPHRASE' {
  return citation.quote === undefined ? 'PARAPHRASE' : 'VERBATIM';
}

/** JSON with fields and sets in one order. */
function canonical(value: unknown, key: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      canonical(key === 'citations' ? { attribution: defaultAttribution(item), ...item } : item, ''),
    );
    return `[${SETS.has(key) ? items.sort().map((item) => JSON.stringify(item)) : items}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item, name)}`)}}`;
  }
  return JSON.stringify(value);
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** The same for two records that say the same, however their fields and sets are ordered; 64 hexadecimal digits. */
export function contentHash(record: AnyRecord): string {
  return sha256(canonical(record, ''));
}

/** A hash of date, speakers and words: equal for likely duplicates. 32 hexadecimal digits. */
export function fingerprintOf(statement: RecordOf<'statement'>): string {
  const speakers = statement.speakers.map((speaker) => speaker.actor).sort();
  const words = primaryCitation(statement)?.quote ?? statement.summary ?? '';
  return sha256(JSON.stringify([statement.date, speakers, wordsOf(words)])).slice(0, 32);
}

/** The citation whose quote stands for the statement: the one marked primary, else the first. */
export function primaryCitation(statement: RecordOf<'statement'>) {
  return statement.citations.find((citation) => citation.primary) ?? statement.citations[0];
}

/** The id of a stance edge, from the four things that make it one: statement, proposition, coding set and coder. */
export function stanceId(
  statement: string,
  stance: { topic: string; coding: string; coder?: string | undefined },
): string {
  const local = (id: string) => id.slice(id.indexOf(':') + 1);
  return `stance:${local(statement)}/${local(stance.topic)}/${stance.coding}/${stance.coder ?? ''}`;
}

/** The id of a condition: it belongs to one stance, and is the same condition as long as its words are. */
export function conditionId(stance: string, text: string): string {
  const local = stance.slice('stance:'.length);
  const readable = local.split('/', 1)[0] ?? local;
  return `condition:${readable.slice(0, 100)}-${sha256(`${stance}\n${text}`).slice(0, 12)}`;
}
