import { type AnyRecord, parseRecord, type RecordOf } from '../../src/model/index.js';
import * as vocabulary from '../../src/model/vocabulary.js';

/**
 * A generated corpus of a few hundred records: every record type, every value of every enumeration, dates of all three
 * precisions, groups whose members change, implied principals, several coding sets, and what else a filter can tell
 * apart. The same at every run.
 */
export function corpus(): readonly AnyRecord[] {
  return [...things(), ...statements()].map((value) => {
    const parsed = parseRecord(value);
    if (!('record' in parsed)) throw new Error(JSON.stringify({ value, issues: parsed.issues }));
    return parsed.record;
  });
}

export const ACTORS = Array.from({ length: 12 }, (_, n) => `actor:a${n}`);
export const PEOPLE = Array.from({ length: 6 }, (_, n) => `actor:p${n}`);
export const GROUPS = ['actor:g0', 'actor:g1', 'actor:council'];
export const TOPICS = [
  'topic:root',
  'topic:left',
  'topic:right',
  'topic:deep',
  'topic:q0',
  'topic:q1',
  'topic:q2',
  'topic:q3',
];
const PROPOSITIONS = TOPICS.filter((topic) => topic.startsWith('topic:q'));
export const SOURCES = Array.from({ length: 10 }, (_, n) => `source:s${n}`);
export const PUBLISHERS = Array.from({ length: 6 }, (_, n) => `publisher:p${n}`);
export const EVENTS = Array.from({ length: 9 }, (_, n) => `event:e${n}`);
export const STATEMENTS = Array.from({ length: 160 }, (_, n) => `statement:s${String(n).padStart(3, '0')}`);
export const LANGUAGES = ['en', 'fa', 'pt-BR'];
export const CODINGS = ['adjudicated', 'first', 'second'];
export const DATES = [
  '2019',
  '2020',
  '2020-02',
  '2020-02-29',
  '2020-08-14',
  '2020-09',
  '2020-09-01',
  '2020-12-31',
  '2021',
  '2021-01-01',
  '2021-02-18',
];

/** Numbers that look random and are the same at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function chooser(seed: number) {
  const next = randomNumbers(seed);
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(next() * from.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => one(from))),
  ];
  return { next, one, some, maybe: <T>(value: T): T | undefined => (next() < 0.5 ? value : undefined) };
}

function without(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function things(): unknown[] {
  const { one, some, maybe } = chooser(1);
  const [g0, g1, council] = GROUPS;
  return [
    ...ACTORS.map((id, n) => ({
      type: 'actor',
      id,
      kind: 'STATE',
      name: `State ${n}`,
      isoCode: `AB${String.fromCharCode(65 + n)}`,
    })),
    ...PEOPLE.map((id, n) => ({
      type: 'actor',
      id,
      kind: 'PERSON',
      name: `Person ${n}`,
      aliases: [`P ${n}`],
    })),
    ...GROUPS.map((id, n) => ({
      type: 'actor',
      id,
      kind: 'ORGANIZATION',
      name: `Group ${n}`,
      description: 'A group.',
    })),
    { type: 'topic', id: 'topic:root', kind: 'ISSUE', name: 'Root' },
    { type: 'topic', id: 'topic:left', kind: 'ISSUE', name: 'Left', aligned: true, partOf: ['topic:root'] },
    { type: 'topic', id: 'topic:right', kind: 'ISSUE', name: 'Right', partOf: ['topic:root'] },
    { type: 'topic', id: 'topic:deep', kind: 'ISSUE', name: 'Deep', partOf: ['topic:left'] },
    ...[['topic:left', 'topic:right'], ['topic:deep'], ['topic:right'], undefined].map((partOf, n) =>
      without({
        type: 'topic',
        id: `topic:q${n}`,
        kind: 'PROPOSITION',
        name: `Question ${n}`,
        text: `Sentence ${n}.`,
        valence: n === 3 ? true : undefined,
        validFrom: n === 1 ? '2020-08' : undefined,
        partOf,
      }),
    ),
    ...PUBLISHERS.map((id, n) =>
      without({
        type: 'publisher',
        id,
        name: `Publisher ${n}`,
        country: n % 2 ? ACTORS[n] : undefined,
        control: vocabulary.CONTROLS[n],
        controlSource: n === 0 ? 'its own account' : undefined,
      }),
    ),
    ...SOURCES.map((id, n) =>
      without({
        type: 'source',
        id,
        url: `https://example.org/${n}`,
        title: `Source ${n}`,
        author: n === 2 ? 'An author' : undefined,
        kind: n % 3 ? 'news' : undefined,
        publisher: n < 8 ? PUBLISHERS[n % PUBLISHERS.length] : undefined,
        publishedAt: one(DATES),
        language: one(LANGUAGES),
      }),
    ),
    ...EVENTS.map((id, n) =>
      without({
        type: 'event',
        id,
        kind: vocabulary.EVENT_KINDS[n],
        name: `Event ${n}`,
        date: DATES[n],
        dateBasis: maybe('PRINTED'),
        codes: n === 8 ? ['CAMEO:046', 'PLOVER:CONSULT'] : undefined,
        goldstein: n === 8 ? 7 : undefined,
        place: maybe('Vienna'),
        outcome: n === 1 ? 'FAILED' : n === 2 ? 'ADOPTED' : undefined,
        yes: n === 1 ? 2 : undefined,
        no: n === 1 ? 2 : undefined,
        abstain: n === 1 ? 11 : undefined,
        document: n === 2 ? 'S/RES/1' : undefined,
        decides: n < 3 ? [{ topic: PROPOSITIONS[n], yesMeans: vocabulary.YES_MEANS[n % 2] }] : undefined,
        involves:
          n > 5 ? vocabulary.INVOLVEMENT_ROLES.map((role, k) => ({ actor: ACTORS[n - k], role })) : undefined,
        citations: some(SOURCES, 2).map((source) => ({ source })),
      }),
    ),
    ...ACTORS.slice(0, 8).flatMap((actor, n) =>
      [EVENTS[1], EVENTS[2]].map((event) => ({
        type: 'vote',
        event,
        actor,
        vote: vocabulary.VOTES[n % 4],
        citations: [{ source: SOURCES[n], quote: 'voted' }],
      })),
    ),
    ...ACTORS.slice(0, 5).map((actor, n) =>
      without({
        type: 'membership',
        actor,
        organization: g0,
        role: 'member',
        from: n === 4 ? '2020-09' : undefined,
        to: n === 3 ? '2020-08' : undefined,
      }),
    ),
    ...ACTORS.slice(4, 8).map((actor) => ({
      type: 'membership',
      actor,
      organization: g1,
      from: '2020',
      to: '2020',
    })),
    ...ACTORS.slice(0, 9).map((actor, n) =>
      without({
        type: 'membership',
        actor,
        organization: council,
        role: n < 3 ? 'permanent member' : 'elected member',
        from: n < 3 ? undefined : '2020-01-01',
        to: n < 3 ? undefined : n < 6 ? '2020-12-31' : '2021-12-31',
        citations: [{ source: SOURCES[0] }],
      }),
    ),
    {
      type: 'membership',
      actor: ACTORS[0],
      organization: council,
      role: 'president',
      from: '2020-09',
      to: '2020-09',
    },
    ...PEOPLE.map((person, n) =>
      without({
        type: 'office',
        person,
        of: ACTORS[n],
        title: 'Minister',
        from: n % 2 ? '2019' : undefined,
        to: n === 3 ? '2020-09-01' : undefined,
      }),
    ),
    {
      type: 'dispute',
      id: 'dispute:d0',
      question: 'Which day?',
      status: 'RESOLVED',
      assessment: 'The first.',
      assessedBy: 'a test',
      concerns: [STATEMENTS[0], EVENTS[1]],
      claims: [
        { claim: 'The first', sources: [SOURCES[1], SOURCES[0]] },
        { claim: 'The second', sources: [SOURCES[2]] },
      ],
    },
    {
      type: 'dispute',
      id: 'dispute:d1',
      question: 'How many?',
      status: 'UNRESOLVED',
      concerns: [STATEMENTS[3]],
    },
  ];
}

function statements(): unknown[] {
  const { next, one, some, maybe } = chooser(2);
  return STATEMENTS.map((id, n) => {
    const speakers = [...new Set([one([...PEOPLE, ...ACTORS]), ...some(PEOPLE, 1)])].map((actor) =>
      without({
        actor,
        role: maybe('Minister'),
        capacity: maybe(one(vocabulary.CAPACITIES)),
        asNamed: maybe('the minister'),
      }),
    );
    const presiding = speakers.some((speaker) => speaker.capacity === 'PRESIDING');
    const principals = some([...ACTORS, ...GROUPS.slice(0, 2), ...GROUPS.slice(0, 2)], 2).map((actor) =>
      without({
        actor,
        basis: actor.startsWith('actor:g')
          ? one(['JOINT', 'JOINT', 'MANDATE', 'CLAIMED'])
          : maybe(one(vocabulary.BASES)),
      }),
    );
    const stances = some(PROPOSITIONS, 3).flatMap((topic) =>
      some(CODINGS, 2).flatMap((coding) =>
        some(['ann', 'ben', ''], 1).map((coder) => {
          const position = presiding ? 'NO_STANCE' : one(vocabulary.POSITIONS);
          return without({
            topic,
            position,
            untilMet: position === 'CONDITIONAL' ? one(vocabulary.UNTIL_MET) : undefined,
            conditions:
              position === 'CONDITIONAL'
                ? [without({ text: `condition of ${n}`, askedOf: some(ACTORS, 2) }), { text: 'and another' }]
                : undefined,
            rationale: maybe('because'),
            confidence: maybe(Math.round(next() * 10) / 10),
            coding,
            coder: coder || undefined,
            codedAt: maybe('2026-11'),
          });
        }),
      ),
    );
    const citations = [...new Set([one(SOURCES), ...some(SOURCES, 2)])].map((source, k) => {
      const quote = maybe(`word${n % 7} number ${n} "quoted", naïvely`);
      return without({
        source,
        quote,
        language: quote && maybe(one(LANGUAGES)),
        translated: quote && maybe(true),
        attribution: maybe(one(quote ? vocabulary.ATTRIBUTIONS : vocabulary.ATTRIBUTIONS.slice(1))),
        reportedBy: maybe('an agency'),
        primary: k === 0 ? maybe(true) : undefined,
        ...(quote && next() < 0.3
          ? { start: n, end: n + quote.length, prefix: 'before', suffix: 'after' }
          : {}),
      });
    });
    const earlier = n === 0 ? [] : some(STATEMENTS.slice(0, n), 1);
    const later = n % 40 === 5 ? [STATEMENTS[n + 7]] : [];
    const date = one(DATES);
    return without({
      type: 'statement',
      id,
      act: one(vocabulary.ACTS),
      date,
      time: date.length === 10 ? maybe('14:30+02:00') : undefined,
      dateBasis: maybe(one(vocabulary.DATE_BASES)),
      speakers,
      onBehalfOf: principals,
      addressees: some(ACTORS, 2),
      summary: maybe(`Summary ${n}`),
      about: some(TOPICS, 2),
      stances,
      citations,
      event: maybe(one(EVENTS)),
      respondsTo: [...new Set([...earlier, ...later, ...some(EVENTS, 1)])].map((target) => ({
        id: target,
        kind: one(vocabulary.RESPONSE_KINDS),
      })),
    });
  });
}

export function statementsOf(records: readonly AnyRecord[]): RecordOf<'statement'>[] {
  return records.filter((record) => record.type === 'statement');
}
