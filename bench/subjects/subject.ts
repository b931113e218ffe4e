import type { QueryRow } from '../../src/store/index.js';
import type { BenchCase, Question } from '../cases/index.js';
import type { Connection } from '../database/index.js';
import { type Load, type Sample, sample } from '../measure.js';
import type { StreamedRows } from '../results.js';
import type { BareMessage } from './bare-process.js';
import type { ExpressMessage } from './express-process.js';
import type { GeneratedMessage } from './generated-process.js';
import { type HttpClient, httpClient } from './http-client.js';
import { startService } from './service.js';
import { startWorker } from './worker.js';

/** What is measured, and what it is held against. */
export type SubjectName = 'service' | 'bare' | 'express' | 'natural' | 'best';

export interface Subject {
  readonly name: SubjectName;
  /** whether it answers this case */
  takes(benchCase: BenchCase): boolean;
  /** the ids of its answer, sorted; `undefined` where its answers are not of a form to be compared */
  idsOf(benchCase: BenchCase): Promise<readonly string[] | undefined>;
  /** sends requests for a while; fails as soon as one does */
  sample(benchCase: BenchCase, load: Load): Promise<Sample>;
  /** of the bare driver only: streams the rows of statements, keeping none */
  stream?(texts: readonly string[]): Promise<StreamedRows>;
  /** of the service only: its memory is watched */
  readonly process?: ServiceProcess;
  stop(): Promise<void>;
}

export interface ServiceProcess {
  readonly client: HttpClient;
  readonly origin: string;
  readonly pid: number;
}

/** The service, built and run as its users do. */
export async function serviceSubject(
  connection: Connection,
  settings?: Readonly<Record<string, string>>,
): Promise<Subject[]> {
  const service = await startService(connection, settings);
  const client = httpClient(service.url);
  return [
    {
      ...graphqlSubject('service', client, (benchCase) => benchCase.service),
      process: { client, origin: new URL(service.url).origin, pid: service.pid },
      async stop() {
        await client.close();
        await service.stop();
      },
    },
  ];
}

/** `@neo4j/graphql`: one process, asked in its natural and in its best form. */
export async function generatedSubjects(
  connection: Extract<Connection, { engine: 'neo4j' }>,
): Promise<Subject[]> {
  const worker = startWorker('./generated-process.ts');
  const message: GeneratedMessage = { connect: connection };
  const client = httpClient(await worker.ask<string>(message));
  const stop = async () => {
    await client.close();
    await worker.stop();
  };
  return [
    { ...graphqlSubject('natural', client, ({ generated }) => generated?.natural), stop },
    { ...graphqlSubject('best', client, ({ generated }) => generated?.best), stop },
  ];
}

function graphqlSubject(
  name: SubjectName,
  client: HttpClient,
  questionOf: (benchCase: BenchCase) => Question | undefined,
): Omit<Subject, 'stop'> {
  return {
    name,
    takes: (benchCase) => questionOf(benchCase) !== undefined,
    async idsOf(benchCase) {
      const question = questionOf(benchCase);
      return question?.idsOf((await client.ask(question)) as never).toSorted();
    },
    sample(benchCase, load) {
      const { query, variables } = questionOf(benchCase) ?? {};
      const body = JSON.stringify({ query, variables });
      return sample(() => client.send(body), load);
    },
  };
}

/** The engine's own driver, in a process of its own: the floor. */
export async function bareSubject(connection: Connection): Promise<Subject[]> {
  const worker = startWorker('./bare-process.ts');
  const ask = <Answer>(message: BareMessage) => worker.ask<Answer>(message);
  await ask({ connect: connection });
  return [
    {
      name: 'bare',
      takes: () => true,
      idsOf: async ({ bare: { text, params, idsOf } }) =>
        idsOf(await ask<QueryRow[]>({ text, params })).toSorted(),
      sample: ({ bare: { text, params } }, load) => ask<Sample>({ text, params, load }),
      stream: (stream) => ask<StreamedRows>({ stream }),
      stop: worker.stop,
    },
  ];
}

/** A bare Express handler that runs the service's own statements, where these are what the answer is made of. */
export async function expressSubject(
  connection: Connection,
  rounds: ExpressMessage['rounds'],
): Promise<Subject[]> {
  const worker = startWorker('./express-process.ts');
  const message: ExpressMessage = { connect: connection, rounds };
  const client = httpClient(await worker.ask<string>(message));
  return [
    {
      name: 'express',
      takes: ({ name, countedMs }) => countedMs === undefined && (rounds[name]?.length ?? 0) > 0,
      idsOf: async () => undefined,
      sample: ({ name, service: { query, variables } }, load) => {
        const body = JSON.stringify({ query, variables });
        return sample(() => client.send(body, `/${name}`), load);
      },
      async stop() {
        await client.close();
        await worker.stop();
      },
    },
  ];
}
