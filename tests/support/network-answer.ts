import { executeGraphql } from '../../src/api/index.js';
import type { Store } from '../../src/store/index.js';

export interface SliceAnswer {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly degree: number }[];
  readonly edges: readonly {
    readonly source: { readonly id: string };
    readonly target: { readonly id: string };
    readonly weight: number;
  }[];
}

/** What the API answers of a network, to hold exports of the same against. */
export async function networkAnswer(
  store: Store,
  input: object,
): Promise<SliceAnswer & { readonly windows: readonly SliceAnswer[] }> {
  const fields = 'start middle end nodes { id name degree } edges { source { id } target { id } weight }';
  const { data, errors } = await executeGraphql(store, {
    query: `query ($input: NetworkInput!) { network(input: $input) { ${fields} windows { ${fields} } } }`,
    variables: { input },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  // the shape is the query's own
  return data?.network as never;
}

/** The ends of an edge in the order of their ids, as exports have them. */
export function endsOf({ source, target }: SliceAnswer['edges'][number]): [string, string] {
  return source.id < target.id ? [source.id, target.id] : [target.id, source.id];
}
