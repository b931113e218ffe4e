import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated';

/** Queries as text, typed by the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { EDTF: string; DateTime: string };
}>();
