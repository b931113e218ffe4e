import { exportFormats } from '../src/export/index.js';
import { EDGES, NODES } from '../src/records/index.js';
import { askMeanwhile } from './meanwhile.js';
import { residentMemory } from './memory.js';
import type { ExportsResults, FormatResults } from './results.js';
import type { ServiceProcess, Subject } from './subjects/index.js';

const SMALL = '{ dataset { revision } }';

/** The whole graph in each format over HTTP, after the bare driver has streamed the same rows. */
export async function measureExports(
  service: ServiceProcess,
  bare: Subject | undefined,
  say: (line: string) => void,
): Promise<ExportsResults> {
  say('Streaming all nodes and edges by the bare driver …');
  const elements = await bare?.stream?.(elementTexts());
  say('Streaming the table of statements by the bare driver …');
  const table = await bare?.stream?.([TABLE_TEXT]);
  const idleMiB = await residentMemory(service.pid);
  const formats: FormatResults[] = [];
  for (const { format, url, hasTables } of exportFormats()) {
    if (url === null) continue;
    say(`Exporting ${format} …`);
    const bareSeconds = elements && table && elements.seconds + (hasTables ? table.seconds : 0);
    formats.push({ ...(await measureFormat(service, format, idleMiB)), bareSeconds });
  }
  return { bare: elements && table && { elements, table }, idleMiB, formats };
}

async function measureFormat(
  service: ServiceProcess,
  format: string,
  idleMiB: number,
): Promise<Omit<FormatResults, 'bareSeconds'>> {
  const { result, seconds, smallP95, peakMiB } = await askMeanwhile(service, SMALL, () =>
    download(`${service.origin}/export/${format}`),
  );
  return {
    format,
    seconds,
    megabytes: result / 1e6,
    extraMiB: Math.max(peakMiB, idleMiB) - idleMiB,
    smallP95,
  };
}

async function download(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  let bytes = 0;
  for await (const piece of answer.body as AsyncIterable<Uint8Array>) bytes += piece.length;
  return bytes;
}

/** What an export reads, in one statement for each kind of node and type of edge. */
function elementTexts(): string[] {
  const columns = (variable: string, attributes: readonly { name: string; property?: string }[]) =>
    attributes.map(({ name, property = name }) => `, ${variable}.${property} AS ${name}`).join('');
  return [
    ...Object.entries(NODES).map(
      ([kind, { attributes }]) => `MATCH (n:${kind}) RETURN n.id AS elementId${columns('n', attributes)}`,
    ),
    ...Object.entries(EDGES).map(
      ([type, { attributes }]) =>
        `MATCH (a)-[r:${type}]->(b) RETURN a.id AS source, b.id AS target${columns('r', attributes)}`,
    ),
  ];
}

/** What the table of statements holds, a row for each statement and stance, with all that a row names. */
const TABLE_TEXT = `
  MATCH (s:Statement)
  OPTIONAL MATCH (s)-[x:TAKES_STANCE]->(t:Topic) WHERE x.coding = 'adjudicated' AND x.position <> 'NO_STANCE'
  RETURN s.id, s.act, s.date, s.dateFrom, s.dateTo, s.time, s.dateBasis, s.summary,
    [(s)-[r:MADE_BY]->(a) | [a.id, a.name, r.role, r.capacity, r.asNamed]] AS speakers,
    [(s)-[r:ON_BEHALF_OF]->(a) | [a.id, a.name, r.basis, r.implied]] AS principals,
    [(s)-[:ADDRESSED_TO]->(a) | [a.id, a.name]] AS addressees,
    [(s)-[:ABOUT]->(a) | [a.id, a.name]] AS about,
    [(s)-[:MADE_AT]->(e) | [e.id, e.name]] AS event,
    [(s)-[r:RESPONDS_TO]->(o) | [o.id, r.kind]] AS responses,
    [(s)-[r:REPORTED_IN]->(o:Source) | [o.id, o.title, o.url, o.archivedUrl, o.publishedAt, r.quote, r.language,
      r.translated, r.elided, r.attribution, r.reportedBy, r.start, r.end, r.prefix, r.suffix,
      [(o)-[:PUBLISHED_BY]->(p) | [p.id, p.name, p.control]]]] AS citations,
    [(s)-[c:SETS]->(n) WHERE c.stance = x.id | [n.text, [(n)-[:ASKED_OF]->(b) | b.id]]] AS conditions,
    t.id, t.name, t.text, x.id, x.position, x.untilMet, x.rationale, x.confidence, x.coding, x.coder, x.codedAt`;
