import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { type ASTNode, GraphQLError, Kind, type ValidationRule } from 'graphql';
import type { ErrorCode } from '../model/index.js';
import type { ApiLimits } from './limits.js';

/** The limits that a document is held to as it is written, whichever of its operations is run. */
export function limitRules({ maxQueryDepth, maxAliases, maxDirectives }: ApiLimits): ValidationRule[] {
  const isAlias = (node: ASTNode) => node.kind === Kind.FIELD && node.alias !== undefined;
  const isDirective = (node: ASTNode) => node.kind === Kind.DIRECTIVE;
  return [
    depthRule(maxQueryDepth),
    mostRule(maxAliases, isAlias, 'TOO_MANY_ALIASES', 'aliases'),
    mostRule(maxDirectives, isDirective, 'TOO_MANY_DIRECTIVES', 'directives'),
  ];
}

function mostRule(
  most: number,
  isCounted: (node: ASTNode) => boolean,
  code: ErrorCode,
  what: string,
): ValidationRule {
  return (context) => {
    let found = 0;
    return {
      enter(node) {
        if (isCounted(node)) found += 1;
      },
      leave(node) {
        if (node.kind !== Kind.DOCUMENT || found <= most) return;
        context.reportError(
          limitError(code, `The query has ${found} ${what}, more than the ${most} this service allows.`),
        );
      },
    };
  };
}

function depthRule(most: number): ValidationRule {
  return maxDepthRule({
    n: most,
    flattenFragments: true,
    propagateOnRejection: false,
    onReject: [
      (context) =>
        context?.reportError(
          limitError(
            'QUERY_TOO_DEEP',
            `The query is nested deeper than the ${most} levels this service allows.`,
          ),
        ),
    ],
  });
}

function limitError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
