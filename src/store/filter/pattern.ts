/**
 * That there is a match of a pattern. Neo4j plans it as `EXISTS { … }`; the embedded engine would match that in the
 * whole graph, where this looks around the nodes that are bound.
 */
export function some(pattern: string, where: string): string {
  return `COUNT { MATCH ${pattern} WHERE ${where} } > 0`;
}
