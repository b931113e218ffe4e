import {
  type AnyRecord,
  matchesWords,
  parseEdtf,
  parsePeriod,
  type RecordOf,
  type StatementFilter,
  searchTextOf,
  wordsOf,
} from '../../src/model/index.js';

/**
 * What a statement filter means, evaluated on records in memory: written from the descriptions in schema/, without
 * regard to speed, to hold the compiled statements against.
 */
export function evaluateFilter(
  records: readonly AnyRecord[],
  filter: StatementFilter,
  revisionOf: (id: string) => number,
): Set<string> {
  const graph = graphOf(records);
  return new Set(
    graph.statements.filter((statement) => matches(graph, statement, filter, revisionOf)).map(({ id }) => id),
  );
}

type Statement = RecordOf<'statement'>;
type Stance = NonNullable<Statement['stances']>[number];

interface Graph {
  readonly statements: readonly Statement[];
  readonly memberships: readonly RecordOf<'membership'>[];
  readonly publisherOf: ReadonlyMap<string, RecordOf<'publisher'>>;
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

function graphOf(records: readonly AnyRecord[]): Graph {
  const publishers = new Map(records.flatMap((r) => (r.type === 'publisher' ? [[r.id, r] as const] : [])));
  return {
    statements: records.filter((r) => r.type === 'statement'),
    memberships: records.filter((r) => r.type === 'membership'),
    publisherOf: new Map(
      records.flatMap((r) => {
        const publisher = r.type === 'source' && r.publisher ? publishers.get(r.publisher) : undefined;
        return r.type === 'source' && publisher ? [[r.id, publisher] as const] : [];
      }),
    ),
    parents: new Map(records.flatMap((r) => (r.type === 'topic' ? [[r.id, r.partOf ?? []] as const] : []))),
  };
}

/** Whether a topic is one of the wanted ones or, at any depth, a part of one. */
function within(graph: Graph, topic: string, wanted: readonly string[]): boolean {
  return (
    wanted.includes(topic) || (graph.parents.get(topic) ?? []).some((parent) => within(graph, parent, wanted))
  );
}

function days(date: string) {
  const range = parseEdtf(date);
  if (!range) throw new Error(`${date} is no date`);
  return range;
}

function overlap(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The principals as recorded, else the speakers, each for itself. */
function principalsOf(statement: Statement): readonly { actor: string; basis: string }[] {
  return statement.onBehalfOf ?? statement.speakers.map(({ actor }) => ({ actor, basis: 'OWN' }));
}

/** The actors a statement counts for: its principals and, on demand, the members that its joint groups had at its date. */
function countsFor(graph: Graph, statement: Statement, expandJoint: boolean): string[] {
  return principalsOf(statement).flatMap(({ actor, basis }) => [
    actor,
    ...(expandJoint && basis === 'JOINT'
      ? graph.memberships
          .filter((m) => m.organization === actor && overlap(parsePeriod(m), days(statement.date)))
          .map((m) => m.actor)
      : []),
  ]);
}

/** Whether one stance meets a stance filter. */
export function stanceMatches(
  records: readonly AnyRecord[],
  stance: Stance,
  filter: NonNullable<StatementFilter['stance']>,
): boolean {
  return meets(graphOf(records), stance, filter);
}

function meets(graph: Graph, stance: Stance, filter: NonNullable<StatementFilter['stance']>): boolean {
  return (
    filter.codings.includes(stance.coding) &&
    (filter.positions ? filter.positions.includes(stance.position) : stance.position !== 'NO_STANCE') &&
    (!filter.topics || within(graph, stance.topic, filter.topics)) &&
    (!filter.untilMet || (stance.untilMet !== undefined && filter.untilMet.includes(stance.untilMet))) &&
    (filter.minConfidence == null ||
      (stance.confidence !== undefined && stance.confidence >= filter.minConfidence))
  );
}

function matches(
  graph: Graph,
  s: Statement,
  f: StatementFilter,
  revisionOf: (id: string) => number,
): boolean {
  const any = <T>(wanted: readonly T[] | null | undefined, has: readonly (T | undefined)[]) =>
    !wanted || has.some((value) => value !== undefined && wanted.includes(value));
  const publishers = s.citations.flatMap(({ source }) => graph.publisherOf.get(source) ?? []);
  const attributions = s.citations.map(
    (c) => c.attribution ?? (c.quote === undefined ? 'PARAPHRASE' : 'VERBATIM'),
  );
  const { memberOf } = f;
  return (
    any(f.ids, [s.id]) &&
    (f.words == null ||
      matchesWords(searchTextOf(s.summary, ...s.citations.map((c) => c.quote)), wordsOf(f.words))) &&
    any(
      f.speakers,
      s.speakers.map(({ actor }) => actor),
    ) &&
    any(f.principals, countsFor(graph, s, f.expandJoint ?? false)) &&
    (!memberOf ||
      countsFor(graph, s, f.expandJoint ?? false).some((actor) =>
        graph.memberships.some(
          (m) =>
            m.actor === actor &&
            m.organization === memberOf.organization &&
            overlap(parsePeriod(m), days(memberOf.at ?? s.date)),
        ),
      )) &&
    any(
      f.capacities,
      s.speakers.map(({ capacity }) => capacity),
    ) &&
    any(f.addressees, s.addressees ?? []) &&
    (!f.about || (s.about ?? []).some((topic) => within(graph, topic, f.about ?? []))) &&
    (!f.stance || (s.stances ?? []).some((stance) => f.stance && meets(graph, stance, f.stance))) &&
    any(f.acts, [s.act]) &&
    (!f.date ||
      overlap(days(s.date), parsePeriod({ from: f.date.from ?? undefined, to: f.date.to ?? undefined }))) &&
    any(
      f.sources,
      s.citations.map(({ source }) => source),
    ) &&
    any(
      f.publishers,
      publishers.map(({ id }) => id),
    ) &&
    any(
      f.publisherControl,
      publishers.map(({ control }) => control ?? 'UNKNOWN'),
    ) &&
    any(f.attributions, attributions) &&
    any(
      f.languages,
      s.citations.map((c) => c.language),
    ) &&
    (f.hasQuote == null || s.citations.some((c) => c.quote !== undefined) === f.hasQuote) &&
    any(f.events, [s.event]) &&
    any(
      f.respondsTo,
      (s.respondsTo ?? []).map(({ id }) => id),
    ) &&
    (f.changedSince == null || revisionOf(s.id) > f.changedSince) &&
    (f.and ?? []).every((inner) => matches(graph, s, inner, revisionOf)) &&
    (!f.or || f.or.some((inner) => matches(graph, s, inner, revisionOf))) &&
    (!f.not || !matches(graph, s, f.not, revisionOf))
  );
}
