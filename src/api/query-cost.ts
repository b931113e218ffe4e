import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from './connections.js';

/** What a list that is no connection is taken to hold: speakers, stances, citations, members. */
const LIST_SIZE = 3;
/** What is computed in a pass over the whole stance table costs as many objects as can be read in that time. */
const TABLE_PASS = 1_000;
const TABLE_PASSES: ReadonlySet<string> = new Set(['StatementFacets', 'StanceTimeline']);

/**
 * How many objects an operation asks for at the most, estimated from the sizes of its pages: pages multiply where they
 * are nested. A fragment is computed once, however often it is spread.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  const values: Record<string, unknown> = { ...variables };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) values[variable.name.value] ??= defaultValue.value;
  }

  /** the cost below one object; `page` is the size of the lists of a connection */
  const costOf = (set: SelectionSetNode, type: GraphQLCompositeType, page: number | undefined): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += fieldCost(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += costOf(selection.selectionSet, typed(selection.typeCondition?.name.value) ?? type, page);
      } else cost += fragmentCost(selection.name.value, type, page);
    }
    return cost;
  };

  const fragmentCost = (name: string, type: GraphQLCompositeType, page: number | undefined): number => {
    const key = `${name} ${page ?? ''}`;
    const fragment = fragments.get(name);
    const found = known.get(key);
    if (found !== undefined || !fragment) return found ?? 0;
    known.set(key, 0);
    const cost = costOf(fragment.selectionSet, typed(fragment.typeCondition.name.value) ?? type, page);
    known.set(key, cost);
    return cost;
  };

  const fieldCost = (field: FieldNode, type: GraphQLCompositeType, page: number | undefined): number => {
    if (!field.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return 0;
    const definition = type.getFields()[field.name.value];
    const output = definition?.type;
    const inner = output && getNamedType(output);
    if (!inner || !isCompositeType(inner)) return 0;
    const isPage = inner.name.endsWith('Connection');
    const size = definition.args.some(({ name }) => name === 'first') ? pageSize(field, values) : undefined;
    const below = costOf(field.selectionSet, inner, isPage ? size : undefined);
    const own = TABLE_PASSES.has(inner.name) ? TABLE_PASS : 1;
    return (isList(output) ? (size ?? page ?? LIST_SIZE) : 1) * (own + below);
  };

  const typed = (name: string | undefined): GraphQLCompositeType | undefined => {
    const found = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(found) ? found : undefined;
  };

  const root = schema.getRootType(operation.operation);
  return root ? costOf(operation.selectionSet, root, undefined) : 0;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const given =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? value.value
          : null;
    if (given != null) return Math.max(0, Number(given)) || 0;
  }
  return DEFAULT_PAGE_SIZE;
}
