import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseEdtf } from '../../model/index.js';

function edtf(value: unknown): string {
  if (typeof value === 'string' && parseEdtf(value)) return value;
  const shown = typeof value === 'string' ? `"${value.slice(0, 40)}"` : String(value);
  throw new GraphQLError(`expected a date as 2020, 2020-09 or 2020-09-01, not ${shown}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

export const EDTF = new GraphQLScalarType<string, string>({
  name: 'EDTF',
  serialize: (value) => String(value),
  parseValue: edtf,
  parseLiteral: (node) => edtf(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

export const DateTime = new GraphQLScalarType<string, string>({ name: 'DateTime' });
