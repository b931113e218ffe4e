import { type AnyRecord, type CitationRecord, compact, type RecordOf } from '../../../model/index.js';
import { storableText } from '../storable-text.js';
import { type StanceRules, stancesOf } from './stance-rules.js';

/** An actor of an event, and as the dataset calls it. */
export interface EventActor {
  readonly actor: string;
  readonly asNamed: string;
}

/** A row of event data, whatever its dataset. */
export interface CodedEvent {
  /** of both ids: `icews-32889836` */
  readonly key: string;
  readonly date: string;
  readonly codes: readonly string[];
  /** of the type */
  readonly goldstein?: number | undefined;
  /** what the type is called: `Accuse` */
  readonly type: string;
  readonly sources: readonly EventActor[];
  readonly targets: readonly EventActor[];
  readonly place?: string | undefined;
  /** what reports it */
  readonly citations: readonly CitationRecord[];
  /** whether it is words, and so a statement too */
  readonly isVerbal: boolean;
}

/**
 * An event's record, and where it is words that of a statement: its speakers are the sources, its addressees the
 * targets. It has a position only where a rule gives one, and no words, because the datasets have none.
 */
export function codedEventRecords(event: CodedEvent, rules: StanceRules | undefined): AnyRecord[] {
  const id = `event:${event.key}`;
  const sources = distinct(event.sources);
  const targets = distinct(event.targets);
  const summary = summaryOf(event.type, sources, targets);
  const record: RecordOf<'event'> = compact({
    type: 'event',
    id,
    kind: 'CODED',
    name: summary,
    date: event.date,
    dateBasis: 'INFERRED',
    codes: [...new Set(event.codes)],
    goldstein: event.goldstein,
    place: event.place === undefined ? undefined : storableText(event.place, SHORT_TEXT).text,
    involves: filledList([
      ...sources.map(({ actor }) => ({ actor, role: 'SOURCE' as const })),
      ...targets.map(({ actor }) => ({ actor, role: 'TARGET' as const })),
    ]),
    citations: filledList(event.citations),
  });
  const isSaid = event.isVerbal && sources.length > 0 && event.citations.length > 0;
  return isSaid ? [record, statementOf(event, id, summary, sources, targets, rules)] : [record];
}

function statementOf(
  event: CodedEvent,
  id: string,
  summary: string,
  sources: readonly EventActor[],
  targets: readonly EventActor[],
  rules: StanceRules | undefined,
): RecordOf<'statement'> {
  const stances = rules && stancesOf(rules, event);
  return compact({
    type: 'statement',
    id: `statement:${event.key}`,
    act: event.codes.includes(SIGNED_AGREEMENT) ? 'AGREEMENT' : 'STATEMENT',
    date: event.date,
    dateBasis: 'INFERRED',
    speakers: sources.map(({ actor, asNamed }) => ({ actor, capacity: 'NATIONAL' as const, asNamed })),
    addressees: filledList(targets.map(({ actor }) => actor)),
    summary,
    stances: filledList(stances ?? []),
    citations: event.citations.map((citation) => ({ ...citation, attribution: 'PARAPHRASE' as const })),
    event: id,
  });
}

const SIGNED_AGREEMENT = 'CAMEO:057';
const SHORT_TEXT = 1_000;
const MOST_NAMED = 3;

function summaryOf(type: string, sources: readonly EventActor[], targets: readonly EventActor[]): string {
  const [from, to] = [namesOf(sources), namesOf(targets)];
  const actors = [from, to].filter((names) => names !== '').join(' → ');
  return actors === '' ? type : `${type}: ${to !== '' && from === '' ? '→ ' : ''}${actors}`;
}

function namesOf(actors: readonly EventActor[]): string {
  const names = actors.slice(0, MOST_NAMED).map(({ asNamed }) => asNamed.slice(0, 120).trimEnd());
  return `${names.join(', ')}${actors.length > MOST_NAMED ? ' and others' : ''}`;
}

function distinct(actors: readonly EventActor[]): EventActor[] {
  return [...new Map(actors.toReversed().map((actor) => [actor.actor, actor])).values()].toReversed();
}

function filledList<T>(items: readonly T[]): T[] | undefined {
  return items.length === 0 ? undefined : [...items];
}
