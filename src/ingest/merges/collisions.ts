import type { AnyRecord, RecordIssue, Resolve } from '../../model/index.js';

/** An actor that a record names where it may name each only once. */
interface Place {
  readonly field: string;
  readonly id: string;
  /** what it stands beside */
  readonly among: string;
}

/** What is wrong with a record because merges make two of the actors that it names side by side one. */
export function collisionsOf(record: AnyRecord, resolve: Resolve): RecordIssue[] {
  const first = new Map<string, string>();
  return placesOf(record).flatMap(({ field, id, among }) => {
    const survivor = resolve(id);
    const twin = first.get(`${among} ${survivor}`);
    first.set(`${among} ${survivor}`, twin ?? id);
    // of one id twice, the record's own schema speaks
    if (twin === undefined || twin === id) return [];
    return [{ field, expected: `another actor than ${twin}: ${id} and ${twin} are merged into one` }];
  });
}

function placesOf(record: AnyRecord): Place[] {
  switch (record.type) {
    case 'statement':
      return [
        ...record.speakers.map(({ actor }, i) => place(`speakers[${i}].actor`, actor, 'speakers')),
        ...(record.onBehalfOf ?? []).map(({ actor }, i) =>
          place(`onBehalfOf[${i}].actor`, actor, 'onBehalfOf'),
        ),
        ...(record.addressees ?? []).map((actor, i) => place(`addressees[${i}]`, actor, 'addressees')),
        ...(record.stances ?? []).flatMap(({ conditions = [] }, i) =>
          conditions.flatMap(({ askedOf = [] }, j) =>
            askedOf.map((actor, k) =>
              place(`stances[${i}].conditions[${j}].askedOf[${k}]`, actor, `condition ${i} ${j}`),
            ),
          ),
        ),
      ];
    case 'event':
      return (record.involves ?? []).map(({ actor, role }, i) =>
        place(`involves[${i}].actor`, actor, `involved ${role}`),
      );
    case 'membership':
      return [place('actor', record.actor, 'ends'), place('organization', record.organization, 'ends')];
    case 'office':
      return [place('person', record.person, 'ends'), place('of', record.of, 'ends')];
    default:
      return [];
  }
}

function place(field: string, id: string, among: string): Place {
  return { field, id, among };
}
