import neo4j from 'neo4j-driver';
import { DemarcheError, type ErrorCode } from '../../model/index.js';

/**
 * A driver's error as the port's. The address is the URI without credentials; a server's message carries neither
 * the password nor parameters beyond the values it complains of.
 */
export function storeError(error: unknown, address: string, queryName?: string): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const code = codeOf(error);
  return new DemarcheError(code, sentence(code, error, address, queryName), { cause: error });
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
]);

function codeOf({ code }: neo4j.Neo4jError): ErrorCode {
  if (UNREACHABLE.has(code) || code.startsWith('Neo.ClientError.Security.')) return 'DATABASE_UNAVAILABLE';
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return 'REQUEST_TIMEOUT';
  return 'ENGINE_REFUSES';
}

function sentence(code: ErrorCode, error: neo4j.Neo4jError, address: string, queryName?: string): string {
  const statement = queryName ? `statement ${queryName}: ` : '';
  if (code === 'REQUEST_TIMEOUT') return `${statement}the database ended it at its time limit`;
  if (code !== 'DATABASE_UNAVAILABLE') return `${statement}Neo4j refused it: ${error.message}`;
  return error.code.startsWith('Neo.ClientError.Security.')
    ? `Neo4j at ${address} does not accept the user name and password: ${error.message}`
    : `Neo4j at ${address} does not answer: ${error.message}`;
}
