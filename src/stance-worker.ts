import { workerData } from 'node:worker_threads';
import { answerQuestions, liveTable, readsOver, type TableThreadPorts } from './analysis/index.js';
import type { Neo4jConfig } from './config.js';

/**
 * The thread of the stance table: a composition like main.ts. On Neo4j it reads with connections of its own, so that
 * rows are decoded here; the embedded database is held by the service, which reads for it.
 */
export interface StanceWorkerData extends TableThreadPorts {
  readonly neo4j: (Neo4jConfig & { readonly transactionTimeoutMs: number }) | undefined;
  readonly maxStatements: number;
}

const { questions, reads, neo4j, maxStatements }: StanceWorkerData = workerData;

const store = neo4j ? await (await import('./store/neo4j/index.js')).openNeo4j(neo4j) : readsOver(reads);
answerQuestions(questions, liveTable(store, { maxStatements }));
