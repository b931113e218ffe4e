import { type CitationRecord, defaultAttribution } from '../model/index.js';
import {
  type CitationColumns,
  nested,
  nestedOrNull,
  type PublisherRow,
  type SourceRow,
  statementQueries,
} from '../store/index.js';
import type { ApiContext } from './context.js';
import type { CitationParent } from './parents.js';

/** A citation as read from a REPORTED_IN edge with its source and publisher. */
export function citationFromRow(row: statementQueries.CitationRow): CitationParent {
  const source = nested<SourceRow>(row, 'source');
  return {
    ...(row as CitationColumns),
    source: { ...source, foundPublisher: nestedOrNull<PublisherRow>(row, 'publisher') },
  };
}

/** The citations of a vote, a membership or an office: the edge keeps each as the record has it, in JSON. */
export function citationsFromEdge(citations: readonly string[] | null): CitationParent[] {
  return (citations ?? []).map((json) => {
    const citation: CitationRecord = JSON.parse(json);
    return {
      ...citation,
      attribution: citation.attribution ?? defaultAttribution(citation),
    };
  });
}

/** The citation that stands for a statement: the primary one, else the first. */
export async function primaryCitationOf(
  context: ApiContext,
  statement: string,
): Promise<CitationParent | undefined> {
  const citations = await context.many(statementQueries.citationsOfStatements, statement);
  const primary = citations.find((citation) => citation.primary) ?? citations[0];
  return primary && citationFromRow(primary);
}
