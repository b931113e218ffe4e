import { type BenchCase, benchCases, pick } from './cases/index.js';
import { measureDashboard } from './dashboard.js';
import { type Database, withDatabase } from './database/index.js';
import { longestBlock } from './event-loop.js';
import { measureExports } from './exports.js';
import { measureLoads } from './loads.js';
import { failure, type Load, type Outcome, type Sample, summaryOf } from './measure.js';
import { residentMemory, watchMemory } from './memory.js';
import type { BenchOptions } from './options.js';
import type {
  CaseResults,
  DashboardResults,
  ExportsResults,
  FirstAnswer,
  MemoryResults,
  SizeResults,
  TableResults,
} from './results.js';
import {
  bareSubject,
  expressSubject,
  generatedSubjects,
  type SentStatement,
  type Subject,
  type SubjectName,
  serviceSubject,
  statementsSent,
} from './subjects/index.js';
import { waitForTable } from './table.js';

/** A case, what the service sends for it, and what was found so far. */
interface RunningCase {
  readonly benchCase: BenchCase;
  readonly rounds: readonly (readonly SentStatement[])[];
  /** of the service's first answer */
  ids: readonly string[];
  first: FirstAnswer | undefined;
  blockedMs: number | undefined;
  readonly outcomes: Partial<Record<SubjectName, Map<number, Outcome>>>;
}

type Say = (line: string) => void;

/** Measures everything on a corpus of one size. */
export async function runSize(options: BenchOptions, statements: number, say: Say): Promise<SizeResults> {
  const found = await withDatabase({ ...options, statements, say }, async (database) => {
    say('Picking what to ask about …');
    const cases = await prepare(database, options, statements);
    const ofService = await measureSubjects(database, cases, options, statements, say);
    const { engine, loadSeconds } = database;
    return { engine, statements, loadSeconds, cases: cases.map(resultsOf), ...ofService };
  });
  return { ...found, loads: options.loads ? await measureLoads(options.engine, statements, say) : undefined };
}

async function prepare(
  database: Database,
  options: BenchOptions,
  statements: number,
): Promise<RunningCase[]> {
  const store = await database.open();
  try {
    const all = benchCases(await pick(store, statements), options.engine);
    const cases: RunningCase[] = [];
    for (const benchCase of all.filter(({ name }) => options.cases.includes(name))) {
      const rounds = await statementsSent(store, benchCase.service);
      cases.push({ benchCase, rounds, ids: [], first: undefined, blockedMs: undefined, outcomes: {} });
    }
    return cases;
  } finally {
    await store.close();
  }
}

async function measureSubjects(
  { connection }: Database,
  cases: readonly RunningCase[],
  options: BenchOptions,
  statements: number,
  say: Say,
): Promise<Pick<SizeResults, 'table' | 'memory' | 'exports' | 'dashboard'>> {
  const rounds = Object.fromEntries(cases.map(({ benchCase, rounds }) => [benchCase.name, rounds]));
  const starts: (() => Promise<readonly Subject[]>)[] = [
    () => serviceSubject(connection),
    () => bareSubject(connection),
    () => expressSubject(connection, rounds),
  ];
  if (connection.engine === 'neo4j' && options.generated(statements)) {
    starts.push(() => generatedSubjects(connection));
  }
  // On Neo4j beside each other, case by case: whatever else the machine does falls on all of them alike. The embedded
  // engine's file is one process's: there one after the other.
  const groups = connection.engine === 'neo4j' ? [starts] : starts.map((start) => [start]);
  let table: TableResults | undefined;
  let memory: MemoryResults | undefined;
  let exports: ExportsResults | undefined;
  let dashboard: DashboardResults | undefined;
  for (const group of groups) {
    const subjects: Subject[] = [];
    try {
      for (const start of group) subjects.push(...(await start()));
      const service = subjects.find(({ process }) => process !== undefined)?.process;
      // it is read beside the first requests, which would be measured with it
      if (service) table = await waitForTable(service, say);
      for (const one of cases) await measureCase(one, subjects, options, say);
      if (service && options.exports) {
        const bare = subjects.find(({ name }) => name === 'bare');
        exports = await measureExports(service, bare, say);
      }
      if (service && options.dashboard) dashboard = await measureDashboard(service.origin, say);
      if (service && options.memory > 0) {
        memory = await watchMemory(
          service,
          cases.map(({ benchCase }) => benchCase),
          options.memory,
          say,
        );
      }
    } finally {
      for (const subject of subjects) await subject.stop();
    }
  }
  return { table, memory, exports, dashboard };
}

/** How often each subject has its turn: what else the machine does for a while then falls on all of them alike. */
const TURNS = 4;
/** One that needs longer than this for a turn has no further ones: they would take minutes and tell the same. */
const SLOW_MS = 5_000;

/** Measures a case on each subject that gives the service's answer to it. */
async function measureCase(
  running: RunningCase,
  subjects: readonly Subject[],
  { concurrency: levels, seconds }: BenchOptions,
  say: Say,
): Promise<void> {
  const { benchCase, outcomes } = running;
  say(`Measuring: ${benchCase.name} (${subjects.map(({ name }) => name).join(', ')}) …`);
  let ready: Subject[] = [];
  for (const subject of subjects.filter((one) => one.takes(benchCase))) {
    const wrong = await checkAnswer(running, subject);
    outcomes[subject.name] = new Map(wrong && levels.map((level) => [level, wrong]));
    if (!wrong) ready.push(subject);
  }
  for (const concurrency of levels) {
    const samples = new Map<Subject, Sample[]>(ready.map((subject) => [subject, []]));
    for (let turn = 0; turn <= TURNS; turn++) {
      for (const [subject, before] of samples) {
        const [first] = before;
        if (first && first.elapsed > SLOW_MS) continue;
        try {
          const one = await sampleOf(running, subject, { concurrency, seconds: seconds / TURNS });
          // the first turn is to get warm, and does not count where there are others
          samples.set(subject, turn === 1 ? [one] : [...before, one]);
        } catch (error) {
          outcomes[subject.name]?.set(concurrency, failure(error));
          samples.delete(subject);
        }
      }
    }
    for (const [subject, all] of samples) outcomes[subject.name]?.set(concurrency, summaryOf(all));
    ready = [...samples.keys()];
  }
}

/** A sample; of a case that is counted on the table also how long the service's event loop was blocked meanwhile. */
async function sampleOf(running: RunningCase, subject: Subject, load: Load): Promise<Sample> {
  const { benchCase } = running;
  if (!subject.process || benchCase.countedMs === undefined) return subject.sample(benchCase, load);
  await longestBlock(subject.process);
  const found = await subject.sample(benchCase, load);
  running.blockedMs = Math.max(running.blockedMs ?? 0, await longestBlock(subject.process));
  return found;
}

async function checkAnswer(running: RunningCase, subject: Subject): Promise<Outcome | undefined> {
  try {
    const asked = performance.now();
    const ids = await subject.idsOf(running.benchCase);
    if (subject.process) {
      const ms = performance.now() - asked;
      running.first = { ms, residentMiB: await residentMemory(subject.process.pid) };
      running.ids = ids ?? [];
    }
    const difference = ids && differenceBetween(running.ids, ids);
    return difference === undefined ? undefined : { failed: `other rows: ${difference}` };
  } catch (error) {
    return failure(error);
  }
}

/** In words, where there is one. Both are sorted. */
function differenceBetween(expected: readonly string[], found: readonly string[]): string | undefined {
  if (expected.length === found.length && expected.every((id, index) => id === found[index]))
    return undefined;
  const missing = expected.filter((id) => !found.includes(id));
  const more = found.filter((id) => !expected.includes(id));
  return `${missing.length} of ${expected.length} missing (${missing[0] ?? ''}), ${more.length} more (${more[0] ?? ''})`;
}

function resultsOf({ benchCase, rounds, ids, first, blockedMs, outcomes }: RunningCase): CaseResults {
  const { name, title, ofOne = false, countedMs } = benchCase;
  const sent = rounds.map((round) => round.map((statement) => statement.name));
  return { name, title, ofOne, countedMs, sent, ids: ids.length, first, blockedMs, outcomes };
}
