import type { DnaVariable } from './codebook.js';
import {
  type DnaNotes,
  type DnaSource,
  type Draft,
  filled,
  idOf,
  LONG_TEXT,
  SHORT_TEXT,
  storable,
  textOf,
} from './draft.js';

export function* actors(
  source: DnaSource,
  notes: DnaNotes,
  variable: DnaVariable,
  kindOf: (name: string) => string,
): Generator<Draft> {
  const attributes = attributesOf(source, variable);
  for (const { id, value } of entitiesOf(source, variable)) {
    const from = `${variable.name} ${id}`;
    yield {
      from,
      record: filled({
        type: 'actor',
        id: idOf('actor', source, id),
        kind: kindOf(value),
        name: storable(notes, from, 'its name', value, SHORT_TEXT),
        description: storable(notes, from, 'its attributes', attributes.get(id)?.join('\n'), LONG_TEXT),
      }),
    };
  }
}

export function* propositions(source: DnaSource, notes: DnaNotes, variable: DnaVariable): Generator<Draft> {
  const attributes = attributesOf(source, variable);
  for (const { id, value } of entitiesOf(source, variable)) {
    const from = `${variable.name} ${id}`;
    const name = storable(notes, from, 'its name', value, SHORT_TEXT);
    const left = attributes.get(id);
    if (left)
      notes.change(from, `without its attributes, which a proposition has no place for: ${left.join(', ')}`);
    yield {
      from,
      record: filled({ type: 'topic', id: idOf('topic', source, id), kind: 'PROPOSITION', name, text: name }),
    };
  }
}

export function* entitiesOf(
  { file }: DnaSource,
  variable: DnaVariable,
): Generator<{ id: number; value: string }> {
  for (const row of file.rows(
    'SELECT ID AS id, Value AS value FROM ENTITIES WHERE VariableId = ? ORDER BY ID',
    variable.id,
  )) {
    const value = textOf(row.value);
    // what is left empty in DNA is an entity, too
    if (value.trim() !== '') yield { id: Number(row.id), value };
  }
}

/** By entity, as `Type: NGO`. */
function attributesOf({ file }: DnaSource, variable: DnaVariable): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const rows = file.rows(
    `SELECT v.EntityId AS entity, a.AttributeVariable AS name, v.AttributeValue AS value
     FROM ATTRIBUTEVALUES v JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId
     WHERE a.VariableId = ? AND trim(v.AttributeValue) <> '' ORDER BY v.EntityId, a.ID`,
    variable.id,
  );
  for (const { entity, name, value } of rows) {
    const id = Number(entity);
    found.set(id, [...(found.get(id) ?? []), `${textOf(name)}: ${textOf(value)}`]);
  }
  return found;
}
