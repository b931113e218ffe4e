import { type AnyRecord, parseRecord } from '../../src/model/index.js';

/** Texts that break files: each must come out of every export as it went into the graph. */
export const HARD_TEXTS: Readonly<Record<string, string>> = {
  quotes: 'He said "no", then ""no"" and \'no\'',
  separators: 'a,b;c|d\te:f/g',
  lines: 'first\nsecond\r\nthird\rfourth',
  markup: '<b>&amp;</b> ]]> <![CDATA[ <?xml ?> <!-- -->',
  rightToLeft: 'وزیر امور خارجه ایران: «نه»',
  combining: 'Ångström e\u0301a\u0308 ที่',
  emoji: '🇮🇷 👩🏽‍🚀 𝕏 🫱🏻‍🫲🏿',
  escapes: 'C:\\new\\table \\u0041 \\" %41 $x `id` \\N',
  equals: '=HYPERLINK("https://example.org","x")',
  plus: '+1 for the motion',
  minus: '-1 for the motion',
  at: '@all must comply',
  tabFirst: '\t=1+1',
  spaces: '  two before, two after  ',
  invisible: '\u00a0no-break\u200bzero width\ufeffmark\u2028line\u2029paragraph\u202eright to left\u202c',
  null: 'NULL',
  number: '007',
  boolean: 'true',
  json: '{"a":["b"]}',
  list: '["not","a list"]',
  longText: 'Длинный текст, 40 kB: '.repeat(1_100),
};

const NAMES = Object.keys(HARD_TEXTS);
const id = (kind: string, name: string) => `${kind}:hard-${name.toLowerCase()}`;
const onOneLine = (text: string) => text.replace(/[\t\r\n]/g, ' ').slice(0, 120);

/** Records that hold them wherever a record holds text, with parallel edges of every type that can have some. */
export function hardRecords(): readonly AnyRecord[] {
  return NAMES.flatMap((name, n) => {
    const whole = HARD_TEXTS[name] ?? '';
    const text = whole.slice(0, 1_000);
    const next = id('actor', NAMES[(n + 1) % NAMES.length] ?? name);
    const source = id('source', name);
    const citation = { source, quote: whole, prefix: text, suffix: text, reportedBy: text };
    return [
      {
        type: 'actor',
        id: id('actor', name),
        kind: 'ORGANIZATION',
        name: text,
        aliases: [text, `${onOneLine(text)}, again`],
        description: whole,
      },
      { type: 'actor', id: id('actor', `${name}-person`), kind: 'PERSON', name: text },
      {
        type: 'topic',
        id: id('topic', name),
        kind: 'PROPOSITION',
        name: text,
        text: whole,
        valence: false,
      },
      { type: 'publisher', id: id('publisher', name), name: text, controlSource: text },
      {
        type: 'source',
        id: source,
        url: 'https://example.org/a?b=c&d=%22e%22#f',
        title: text,
        author: text,
        section: text,
        kind: onOneLine(text),
        publisher: id('publisher', name),
      },
      {
        type: 'event',
        id: id('event', name),
        kind: 'VOTE',
        name: text,
        date: '2020',
        codes: [onOneLine(text), 'b;c'],
        goldstein: n === 0 ? 0 : -0.1 * n * 3,
        place: text,
        yes: 0,
        document: text,
        involves: [
          { actor: id('actor', name), role: 'SOURCE' },
          { actor: id('actor', name), role: 'TARGET' },
        ],
        citations: [citation],
      },
      {
        type: 'vote',
        event: id('event', name),
        actor: id('actor', name),
        vote: 'ABSTAIN',
        citations: [citation],
      },
      {
        type: 'membership',
        actor: id('actor', name),
        organization: next,
        role: onOneLine(text),
        citations: [citation],
      },
      {
        type: 'membership',
        actor: id('actor', name),
        organization: next,
        role: onOneLine(text),
        from: '2020-02',
      },
      { type: 'membership', actor: id('actor', name), organization: next, from: '2020-02', to: '2020-02-29' },
      { type: 'office', person: id('actor', `${name}-person`), of: next, title: text, from: '0001-01-01' },
      {
        type: 'office',
        person: id('actor', `${name}-person`),
        of: next,
        title: `${text} (acting)`.slice(-900),
      },
      {
        type: 'statement',
        id: id('statement', name),
        act: 'STATEMENT',
        date: '2020-02-29',
        speakers: [{ actor: id('actor', `${name}-person`), role: text, asNamed: text }, { actor: next }],
        addressees: [id('actor', name)],
        summary: whole,
        about: [id('topic', name)],
        stances: ['first', 'second'].flatMap((coding) =>
          [text, undefined].map((coder) => ({
            topic: id('topic', name),
            position: 'CONDITIONAL',
            untilMet: 'UNSTATED',
            conditions: [{ text: whole, askedOf: [next] }, { text: 'without anybody' }],
            rationale: whole,
            confidence: 0,
            coding,
            ...(coder !== undefined && { coder: onOneLine(coder) }),
          })),
        ),
        citations: [
          { ...citation, start: 0, end: 0, translated: false, elided: true, language: 'fa' },
          { ...citation, quote: 'the same source again', primary: true },
          { source },
        ],
        event: id('event', name),
        respondsTo: [{ id: id('event', name), kind: 'DENIES' }],
      },
      {
        type: 'dispute',
        id: id('dispute', name),
        question: whole,
        status: 'UNRESOLVED',
        assessment: whole,
        assessedBy: text,
        concerns: [id('statement', name), id('event', name)],
        claims: [
          { claim: whole, sources: [source] },
          { claim: 'another', sources: [source] },
        ],
      },
    ].map((value) => {
      const parsed = parseRecord(value);
      if (!('record' in parsed)) throw new Error(JSON.stringify(parsed.issues));
      return parsed.record;
    });
  });
}
