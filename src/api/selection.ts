import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A field that a query selects. Selected more than once under one alias, it is one field. */
export interface Selected {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** the names of all fields that the request selects, wherever they are */
  readonly anywhere: ReadonlySet<string>;
  /** what is selected of the objects it holds, where they are of that type */
  below(type: string): Selected[];
}

/** The field that is being resolved. */
export function selectedField(info: GraphQLResolveInfo): Selected {
  return selected(info.fieldNodes, info.parentType, info);
}

/** The fields selected of the nodes of a connection, under `nodes` or `edges`. */
export function selectedOfNodes(connection: Selected, node: string): Selected[] {
  const fields = connection.below(`${node}Connection`);
  const edges = fields.filter(({ name }) => name === 'edges').flatMap((edge) => edge.below(`${node}Edge`));
  return [
    ...fields.filter(({ name }) => name === 'nodes'),
    ...edges.filter(({ name }) => name === 'node'),
  ].flatMap((field) => field.below(node));
}

function selected(
  nodes: readonly FieldNode[],
  parent: GraphQLObjectType,
  info: GraphQLResolveInfo,
): Selected {
  const [node] = nodes;
  if (!node) throw new Error('a field is selected at least once');
  const field = parent.getFields()[node.name.value];
  return {
    name: node.name.value,
    anywhere: fieldNames(info),
    args: field ? getArgumentValues(field, node, info.variableValues) : {},
    below(type) {
      const found = info.schema.getType(type);
      if (!isObjectType(found)) throw new Error(`${type} is no type of objects`);
      const groups = new Map<string, FieldNode[]>();
      const seen = new Set<string>();
      for (const { selectionSet } of nodes)
        if (selectionSet) collect(selectionSet, found, info, groups, seen);
      return [...groups.values()].map((group) => selected(group, found, info));
    },
  };
}

const namesOf = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

function fieldNames({ operation, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const known = namesOf.get(operation);
  if (known) return known;
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, { [Kind.FIELD]: ({ name }: FieldNode) => void names.add(name.value) });
  }
  namesOf.set(operation, names);
  return names;
}

/** The fields of a selection by alias; a fragment counts once, however often it is spread, as it does for GraphQL. */
function collect(
  set: SelectionSetNode,
  type: GraphQLObjectType,
  info: GraphQLResolveInfo,
  groups: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of set.selections) {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
    if (skip?.if === true || include?.if === false) continue;
    if (selection.kind === Kind.FIELD) {
      const alias = (selection.alias ?? selection.name).value;
      groups.set(alias, [...(groups.get(alias) ?? []), selection]);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)) continue;
    if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    if (fragment && appliesTo(fragment.typeCondition?.name.value, type, info)) {
      collect(fragment.selectionSet, type, info, groups, seen);
    }
  }
}

function appliesTo(
  condition: string | undefined,
  type: GraphQLObjectType,
  info: GraphQLResolveInfo,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = info.schema.getType(condition);
  return isAbstractType(wanted) && info.schema.isSubType(wanted, type);
}
