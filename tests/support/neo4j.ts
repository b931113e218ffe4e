import { inject } from 'vitest';

export interface Neo4jTestServer {
  readonly name: string;
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    neo4jServers: Neo4jTestServer[];
  }
}

/** The Neo4j servers that `global-setup.ts` has ready for this run; none where none can be had. */
export function neo4jServers(): Neo4jTestServer[] {
  return inject('neo4jServers');
}
