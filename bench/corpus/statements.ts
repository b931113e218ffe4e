import { DEFAULT_CODING, type RecordOf, type StanceRecord } from '../../src/model/index.js';
import { ACTS, CAPACITIES, RESPONSE_KINDS, UNTIL_MET } from '../../src/model/vocabulary.js';
import { anyDay, asPrinted } from './calendar.js';
import { type Context, LANGUAGES } from './context.js';
import { at, oneOf, type Random, random, weighted, zipf } from './random.js';
import { sentence } from './words.js';

type Statement = RecordOf<'statement'>;
type Parties = Pick<Statement, 'speakers' | 'onBehalfOf'>;
type Position = StanceRecord['position'];

const drawAct = weighted([70, 6, 8, 5, 3, 2, 2, 4]);
const drawCapacity = weighted([94, 2, 2, 2]);
const drawCitations = weighted([0, 85, 13, 2]);
const drawUntilMet = weighted([25, 50, 25]);

/** How often each position is taken by those who lean towards a proposition, and by those who lean against it. */
const TAKEN = ['SUPPORT', 'OPPOSE', 'NEUTRAL', 'CONDITIONAL', 'NO_STANCE'] as const satisfies Position[];
const drawWhenFor = weighted([62, 8, 8, 12, 10]);
const drawWhenAgainst = weighted([8, 58, 8, 16, 10]);

/** Earlier statements that a later one may respond to. */
const REMEMBERED = 64;

/** Statements, in no order of time; each responds at most to one before it. */
export function* statementRecords(context: Context, count: number): Generator<Statement> {
  const chosen = random(6);
  const draw = {
    body: zipf(context.bodies.length),
    person: zipf(1_000),
    proposition: zipf(context.propositions.length),
    source: zipf(context.sources.length),
  };
  const remembered: { readonly id: string; readonly date: string }[] = [];
  for (let n = 0; n < count; n++) {
    const event = chosen.chance(0.08) ? oneOf(context.events, chosen) : undefined;
    const day = event?.date ?? anyDay(chosen);
    const body = draw.body(chosen);
    const parties = partiesOf(context, body, draw, chosen);
    const subject = at(context.propositions, draw.proposition(chosen));
    const audience = addressees(context, parties, draw.body, chosen);
    const earlier = chosen.chance(0.1) ? remembered.findLast(({ date }) => date < day) : undefined;
    const statement: Statement = {
      type: 'statement',
      id: `statement:${day}-${n.toString(36)}`,
      act: at(ACTS, drawAct(chosen)),
      date: event ? day : asPrinted(day, chosen),
      dateBasis: chosen.chance(0.9) ? 'PRINTED' : 'INFERRED',
      ...parties,
      addressees: audience,
      summary: chosen.chance(0.6) ? sentence(chosen, 8, 16) : undefined,
      about: chosen.chance(0.2)
        ? [subject.issue, at(context.propositions, draw.proposition(chosen)).id]
        : [subject.issue],
      stances: stances(context, { ...parties, addressees: audience }, body, subject.id, draw, chosen),
      citations: citations(context, draw.source, chosen),
      event: event?.id,
      respondsTo: earlier && [{ id: earlier.id, kind: oneOf(RESPONSE_KINDS, chosen) }],
    };
    remembered[n % REMEMBERED] = { id: statement.id, date: day };
    yield statement;
  }
}

/** Mostly a person for a state or body; one in eight for two of them, some for nobody, some the body itself. */
function partiesOf(
  { bodies, personsOf }: Context,
  body: number,
  draw: { readonly body: (random: Random) => number; readonly person: (random: Random) => number },
  chosen: Random,
): Parties {
  const persons = at(personsOf, body);
  const actor = at(bodies, body);
  const kind = chosen.next();
  if (persons.length === 0 || kind < 0.1) return { speakers: [{ actor, capacity: 'NATIONAL' }] };
  const speaker = {
    actor: at(persons, draw.person(chosen) % persons.length),
    role: chosen.chance(0.7) ? 'Foreign Minister' : 'Spokesperson',
    capacity: at(CAPACITIES, drawCapacity(chosen)),
  };
  if (kind < 0.14) return { speakers: [{ actor: speaker.actor, capacity: 'PERSONAL' }] };
  const other = at(bodies, draw.body(chosen));
  if (kind < 0.28 && other !== actor) {
    return {
      speakers: [speaker],
      onBehalfOf: [
        { actor, basis: 'JOINT' },
        { actor: other, basis: 'JOINT' },
      ],
    };
  }
  return { speakers: [speaker], onBehalfOf: [{ actor, basis: 'OWN' }] };
}

/** Whom it is said to: never who says it. */
function addressees(
  { bodies }: Context,
  { speakers, onBehalfOf = [] }: Parties,
  drawBody: (random: Random) => number,
  chosen: Random,
): string[] | undefined {
  const wanted = chosen.chance(0.35) ? 1 : chosen.chance(0.15) ? 2 : 0;
  const own = new Set([...speakers, ...onBehalfOf].map(({ actor }) => actor));
  const found = new Set(Array.from({ length: wanted }, () => at(bodies, drawBody(chosen))));
  const others = [...found].filter((actor) => !own.has(actor));
  return others.length > 0 ? others : undefined;
}

function stances(
  { propositions }: Context,
  { speakers, addressees }: Pick<Statement, 'speakers' | 'addressees'>,
  body: number,
  subject: string,
  draw: { readonly proposition: (random: Random) => number },
  chosen: Random,
): StanceRecord[] | undefined {
  const presiding = speakers.some(({ capacity }) => capacity === 'PRESIDING');
  if (presiding || chosen.chance(0.12)) return undefined;
  const topics = new Set([subject]);
  if (chosen.chance(0.12)) topics.add(at(propositions, draw.proposition(chosen)).id);
  const coded = [...topics].map((topic) => stance(topic, body, DEFAULT_CODING, addressees, chosen));
  // some are coded a second time, by somebody else
  return chosen.chance(0.05) ? [...coded, stance(subject, body, 'second', addressees, chosen)] : coded;
}

function stance(
  topic: string,
  body: number,
  coding: string,
  askedOf: string[] | undefined,
  chosen: Random,
): StanceRecord {
  const isFor = leans(body, topic);
  const position = at(TAKEN, (isFor ? drawWhenFor : drawWhenAgainst)(chosen));
  const conditional = position === 'CONDITIONAL';
  return {
    topic,
    position,
    untilMet: conditional ? at(UNTIL_MET, drawUntilMet(chosen)) : undefined,
    conditions: conditional && chosen.chance(0.6) ? [{ text: sentence(chosen, 5, 12), askedOf }] : undefined,
    rationale: chosen.chance(0.2) ? sentence(chosen, 6, 12) : undefined,
    confidence: Math.round(50 + chosen.next() * 50) / 100,
    coding,
    coder: coding === DEFAULT_CODING ? undefined : 'ann',
  };
}

/** A body is on the same side of a question every time. */
function leans(body: number, topic: string): boolean {
  let hash = body + 1;
  for (const character of topic) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return random(hash).chance(0.55);
}

function citations(
  { sources }: Context,
  drawSource: (random: Random) => number,
  chosen: Random,
): Statement['citations'] {
  const found = new Set(Array.from({ length: drawCitations(chosen) }, () => at(sources, drawSource(chosen))));
  return [...found].map((source, index) => {
    const quoted = chosen.chance(0.9);
    return {
      source,
      quote: quoted ? sentence(chosen, 10, 30) : undefined,
      language: quoted ? oneOf(LANGUAGES, chosen) : undefined,
      attribution: quoted ? 'VERBATIM' : 'PARAPHRASE',
      primary: index === 0 ? true : undefined,
    };
  });
}
