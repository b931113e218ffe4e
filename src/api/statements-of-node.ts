import type { GraphQLResolveInfo } from 'graphql';
import { broughtByStatements, partInStatements, type TypeWithStatements } from './brought.js';
import type { ApiContext } from './context.js';
import type { StatementPage } from './parents.js';
import { selectedField } from './selection.js';
import { type StatementListArguments, statementsOf } from './statement-lists.js';

type Arguments = StatementListArguments & { readonly as?: unknown };

/** The resolver of `statements` on a type. */
export function statementsOfNode(type: TypeWithStatements) {
  return (
    node: { readonly id: string },
    args: Arguments,
    context: ApiContext,
    info: GraphQLResolveInfo,
  ): Promise<StatementPage> =>
    statementsOf(
      partInStatements(type, args.as),
      node.id,
      args,
      context,
      broughtByStatements(selectedField(info)),
    );
}
