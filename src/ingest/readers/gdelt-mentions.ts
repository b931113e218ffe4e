import { DemarcheError } from '../../model/index.js';
import { openInput } from '../input-file.js';
import { tabRows } from './text-rows.js';
import { openUnpacked } from './unpacked.js';

/** Which articles mention an event. */
export interface GdeltMentions {
  /** their addresses, or what they are cited by, the first mention first */
  of(event: string): readonly string[];
}

/**
 * GLOBALEVENTID, EventTimeDate, MentionTimeDate, MentionType, MentionSourceName, MentionIdentifier, SentenceID,
 * Actor1CharOffset, Actor2CharOffset, ActionCharOffset, InRawText, Confidence, MentionDocLen, MentionDocTone,
 * MentionDocTranslationInfo, Extras
 */
const COLUMNS = 16;
const IDENTIFIER = 5;
/** The table is kept in memory; one of 15 minutes has some thousand rows. */
const MOST_ROWS = 1_000_000;

/**
 * Reads the mentions table of GDELT 2.0, plain or packed.
 *
 * @throws DemarcheError BAD_USER_INPUT where a row is none of it, or there are more than a million
 */
export async function readGdeltMentions(path: string): Promise<GdeltMentions> {
  const input = await openInput([path]);
  try {
    const [file] = input.files;
    if (file === undefined) throw new Error('no file');
    const { bytes } = await openUnpacked(file, (name) => /\.mentions\.csv$/i.test(name));
    const byEvent = new Map<string, string[]>();
    let rows = 0;
    for await (const row of tabRows(bytes)) {
      const [event = ''] = 'fields' in row ? row.fields : [];
      if (!('fields' in row) || row.fields.length !== COLUMNS || !/^\d{1,18}$/.test(event)) {
        const found = 'fields' in row ? `${row.fields.length} columns` : row.issues[0]?.expected;
        throw refusal(`${file.name}:${row.line}`, `a mention with its ${COLUMNS} columns; found ${found}`);
      }
      rows += 1;
      if (rows > MOST_ROWS)
        throw refusal(file.name, `at most ${MOST_ROWS} mentions, those of the events of the other file`);
      const article = row.fields[IDENTIFIER]?.trim() ?? '';
      if (article === '') continue;
      const articles = byEvent.get(event);
      if (articles) articles.push(article.slice(0, 2_000));
      else byEvent.set(event, [article.slice(0, 2_000)]);
    }
    return { of: (event) => byEvent.get(event) ?? [] };
  } finally {
    await input.close();
  }
}

function refusal(place: string, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${place}: expected ${expected}`);
}
