import { getOperationAST, parse } from 'graphql';

/** A query that is ready to run, and the question it answers: the comment it begins with. */
export interface Example {
  readonly question: string;
  readonly query: string;
  /** the name of its operation; a tab is labelled with it */
  readonly operationName: string;
}

/** The folder's files are the only place where the examples are written; the README quotes them too. */
const files = import.meta.glob<string>('../../../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const EXAMPLES: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, query]) => ({
    question: questionOf(query) ?? nameOf(path),
    query,
    operationName: getOperationAST(parse(query))?.name?.value ?? '',
  }));

function questionOf(query: string): string | undefined {
  return /^#\s*(.+)/.exec(query)?.[1]?.trim();
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace('.graphql', '').replaceAll('-', ' ');
}
