import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from './connections.js';

/** What a list that is no connection is taken to hold: speakers, stances, citations. */
const LIST_SIZE = 3;
/** Those that are longer. Members of the bodies of the members of a body soon are millions. */
const LIST_SIZES: ReadonlyMap<string, number> = new Map([
  ['Actor.members', 15],
  ['Actor.memberships', 5],
  ['Actor.officeHolders', 5],
  ['Event.votes', 15],
  // what hangs on one of them is read for at most 100
  ['Network.edges', 100],
  ['Network.nodes', 100],
  ['StanceMatrix.topics', 10],
  ['StanceMatrix.rows', 20],
  ['StanceMatrixRow.cells', 10],
  ['Topic.parts', 5],
]);
/** An object of the schema itself is in memory: ten are as much work as one of the database. */
const INTROSPECTION_SHARE = 0.1;
/** What counting a list costs: all of a kind, all that match a filter (each must be looked at), or those of one node. */
const COUNT_COST = { ofKind: 300, ofFilter: 3_000, ofNode: 10 };
/** Fields for which the database, or the service, looks at more than the objects it returns. */
const FIELD_COSTS: ReadonlyMap<string, number> = new Map([
  // the best 1,000 hits are ranked, whatever the page
  ['Query.search', 1_000],
  // all coded stances are read
  ['Query.reliability', 6_000],
  ['Dataset.counts', 100],
  // a pass over the whole stance table
  ['StatementConnection.facets', 1_000],
  ['Query.stanceTimeline', 1_000],
  ['Query.network', 3_000],
  ['Query.stanceMatrix', 2_000],
  ['Query.positionChanges', 2_000],
]);

/** Where a selection stands: on a page of so many nodes, whose list costs so much to count; or on a plain object. */
interface Place {
  readonly page?: number;
  readonly countCost?: number;
}
const PLAIN: Place = {};

/**
 * What an operation costs at the most, estimated from the sizes of its pages: one for each object, which multiply where
 * lists are nested, and more for fields that look at more than they return. A fragment is computed once for each place
 * it can stand in, and counts once in a selection, however often it is spread there.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  maxPageSize: number,
): number {
  const root = schema.getRootType(operation.operation);
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();
  const values: Record<string, unknown> = { ...variables };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) values[variable.name.value] ??= defaultValue.value;
  }

  /** the cost below one object */
  const costOf = (set: SelectionSetNode, type: GraphQLCompositeType, place: Place): number => {
    let cost = 0;
    const spread = new Set<string>();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += fieldCost(selection, type, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += costOf(selection.selectionSet, typed(selection.typeCondition?.name.value) ?? type, place);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        cost += fragmentCost(selection.name.value, type, place);
      }
    }
    return cost;
  };

  const fragmentCost = (name: string, type: GraphQLCompositeType, place: Place): number => {
    const key = `${name} ${place.page ?? ''} ${place.countCost ?? ''}`;
    const fragment = fragments.get(name);
    const found = known.get(key);
    if (found !== undefined || !fragment) return found ?? 0;
    known.set(key, 0);
    const cost = costOf(fragment.selectionSet, typed(fragment.typeCondition.name.value) ?? type, place);
    known.set(key, cost);
    return cost;
  };

  const fieldCost = (node: FieldNode, type: GraphQLCompositeType, { page, countCost }: Place): number => {
    const name = node.name.value;
    const field = fieldOf(type, name);
    if (!field) return 0;
    if (countCost !== undefined && name === 'totalCount') return countCost;
    const own = FIELD_COSTS.get(`${type.name}.${name}`) ?? 0;
    const inner = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(inner)) return own;
    const below = costOf(
      node.selectionSet,
      inner,
      isConnection(inner)
        ? {
            page: pageSize(node, values, maxPageSize),
            countCost:
              type !== root ? COUNT_COST.ofNode : isFiltered(node) ? COUNT_COST.ofFilter : COUNT_COST.ofKind,
          }
        : PLAIN,
    );
    const times = isList(field.type) ? (page ?? listSize(node, field, type)) : 1;
    return own + times * (below + (isIntrospectionType(inner) ? INTROSPECTION_SHARE : 1));
  };

  const listSize = (
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    type: GraphQLCompositeType,
  ): number => {
    if (field.args.some(({ name }) => name === 'first')) return pageSize(node, values, maxPageSize);
    if (isIntrospectionType(type) && field.name === 'types') return Object.keys(schema.getTypeMap()).length;
    const size = LIST_SIZES.get(`${type.name}.${field.name}`) ?? LIST_SIZE;
    return Math.min(size, numberGiven(node, ['limit'], values) ?? size);
  };

  const typed = (name: string | undefined): GraphQLCompositeType | undefined => {
    const found = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(found) ? found : undefined;
  };

  return root ? Math.ceil(costOf(operation.selectionSet, root, PLAIN)) : 0;
}

/** How many fields an operation asks of its root type, each alias being another. */
export function rootFieldCount(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  const keys = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return keys.size;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isUnionType(type) ? undefined : type.getFields()[name];
}

function isConnection(type: GraphQLCompositeType): boolean {
  return type.name.endsWith('Connection');
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** Stances are rows of statements, principals and speakers, and so a filter themselves. */
function isFiltered({ name, arguments: given = [] }: FieldNode): boolean {
  return name.value === 'stances' || given.some((argument) => argument.name.value === 'filter');
}

function pageSize(
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  maxPageSize: number,
): number {
  return numberGiven(field, ['first', 'last'], variables) ?? Math.min(DEFAULT_PAGE_SIZE, maxPageSize);
}

/** The first of these arguments that is given; 0 where it is no number. */
function numberGiven(
  field: FieldNode,
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (!names.includes(name.value)) continue;
    const given =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? value.value
          : null;
    if (given != null) return Math.max(0, Number(given)) || 0;
  }
  return undefined;
}
