/** What a person who started the service reads first: where it is, and a question that can be pasted into a shell. */
export function announcement(url: string, database: string): string {
  const question = JSON.stringify({
    query: '{ statements(first: 3) { nodes { date summary speakers { actor { name } } } } }',
  });
  return `
Demarche is at ${url} (${database})

  Dashboard                 ${url}/
  Explorer, with examples   ${url}/graphql
  Schema                    ${url}/schema.graphql
  A question from a shell   curl -s ${url}/graphql -H 'content-type: application/json' -d '${question}'

Ctrl-C stops it.
`;
}
