import { createHash } from 'node:crypto';
import { slug } from '../slug.js';
import {
  type DnaNotes,
  type DnaSource,
  type Draft,
  filled,
  idOf,
  LABEL,
  oneLine,
  SHORT_TEXT,
  storable,
  textOf,
} from './draft.js';
import { momentOf } from './moment.js';

/** What DNA calls the source of a document: a newspaper, say. */
export function* publishers(source: DnaSource, notes: DnaNotes): Generator<Draft> {
  const rows = source.file.rows(
    "SELECT DISTINCT Source AS name FROM DOCUMENTS WHERE Source <> '' ORDER BY 1",
  );
  for (const row of rows) {
    const name = textOf(row.name);
    const id = publisherId(source, name);
    if (id === undefined) continue;
    const from = `source ${JSON.stringify(name)}`;
    yield {
      from,
      record: filled({ type: 'publisher', id, name: storable(notes, from, 'its name', name, SHORT_TEXT) }),
    };
  }
}

/** It has no number in DNA; names that differ in case or signs only are two, and so the name alone makes no id. */
function publisherId(source: DnaSource, name: string): string | undefined {
  if (name.trim() === '') return undefined;
  const readable = slug(name).slice(0, 40);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return idOf('publisher', source, readable === '' ? hash : `${readable}-${hash}`);
}

export function* sources(source: DnaSource, notes: DnaNotes): Generator<Draft> {
  const rows = source.file.rows(
    'SELECT ID AS id, Title AS title, Author AS author, Source AS source, Section AS section, Notes AS notes, Type AS type, Date AS date FROM DOCUMENTS ORDER BY ID',
  );
  for (const row of rows) {
    const from = `document ${textOf(row.id)}`;
    const remarks = textOf(row.notes).trim();
    const url = /^https?:\/\/\S+$/.test(remarks) ? remarks : undefined;
    if (remarks !== '' && url === undefined) {
      notes.change(from, 'without its notes, which a source has no place for');
    }
    const date = momentOf(row.date)?.date;
    if (date === undefined) notes.change(from, `without its date: ${textOf(row.date)} is none`);
    yield {
      from,
      record: filled({
        type: 'source',
        id: idOf('source', source, textOf(row.id)),
        url,
        title: storable(notes, from, 'its title', textOf(row.title), SHORT_TEXT),
        author: storable(notes, from, 'its author', textOf(row.author), SHORT_TEXT),
        section: storable(notes, from, 'its section', textOf(row.section), SHORT_TEXT),
        kind: storable(notes, from, 'its type', oneLine(textOf(row.type)), LABEL),
        publisher: publisherId(source, textOf(row.source)),
        publishedAt: date,
      }),
    };
  }
}
