import { DemarcheError, type StanceRecord } from '../../../model/index.js';
import type { SqliteFile } from '../sqlite-file.js';

/** Which statements of a DNA database are read, and what its variables mean. */
export interface DnaMapping {
  /** default `DNA Statement` */
  readonly statementType?: string | undefined;
  /** of the people who speak; default `person` */
  readonly person?: string | undefined;
  /** of those on whose behalf they speak; default `organization` */
  readonly organization?: string | undefined;
  /** of the propositions; default `concept` */
  readonly concept?: string | undefined;
  /** of the positions on them; default `agreement` */
  readonly qualifier?: string | undefined;
  /**
   * what a value of the qualifier is as a position, by the value as text. Left out, a boolean's 1 is support and its 0
   * opposition; other qualifiers need it.
   */
  readonly positions?: Readonly<Record<string, DnaPosition>> | undefined;
}

export type DnaPosition = Pick<StanceRecord, 'position' | 'untilMet'>;

/** The variables that a mapping names, as they are in a file. */
export interface DnaCodebook {
  readonly statementType: { readonly id: number; readonly label: string };
  readonly person: DnaVariable | undefined;
  readonly organization: DnaVariable | undefined;
  readonly concept: DnaVariable;
  readonly qualifier: DnaVariable<QualifierType> | undefined;
  readonly positions: ReadonlyMap<string, DnaPosition>;
}

export interface DnaVariable<Type extends string = string> {
  readonly id: number;
  readonly name: string;
  readonly type: Type;
}

const BOOLEAN_POSITIONS: Readonly<Record<string, DnaPosition>> = {
  '0': { position: 'OPPOSE' },
  '1': { position: 'SUPPORT' },
};
const QUALIFIER_TYPES = ['boolean', 'integer', 'short text'] as const;
type QualifierType = (typeof QUALIFIER_TYPES)[number];

/**
 * Finds what a mapping names. A variable that is named must be there; one of the defaults may be missing, but for the
 * concept and for one of person and organization.
 *
 * @throws DemarcheError BAD_USER_INPUT that names what the file has instead
 */
export function dnaCodebook(path: string, file: SqliteFile, mapping: DnaMapping): DnaCodebook {
  const statementType = findStatementType(path, file, mapping.statementType ?? 'DNA Statement');
  const variables = [
    ...file.rows(
      'SELECT ID AS id, Variable AS name, DataType AS type FROM VARIABLES WHERE StatementTypeId = ? ORDER BY ID',
      statementType.id,
    ),
  ].map(({ id, name, type }) => ({ id: Number(id), name: String(name), type: String(type) }));

  const find = <T extends string>(
    key: 'person' | 'organization' | 'concept' | 'qualifier',
    usual: string,
    types: readonly T[],
  ): DnaVariable<T> | undefined => {
    const name = mapping[key] ?? usual;
    const fitting = variables.filter((variable): variable is DnaVariable<T> =>
      types.some((type) => type === variable.type),
    );
    const found = fitting.find((variable) => variable.name === name);
    if (!found && (mapping[key] !== undefined || key === 'concept')) {
      throw refusal(
        path,
        `a variable "${name}" (${types.join(', ')}) in the statement type "${statementType.label}" for ${key}; it has ${quoted(fitting.map((variable) => variable.name))}`,
      );
    }
    return found;
  };
  const concept = find('concept', 'concept', ['short text']);
  const person = find('person', 'person', ['short text']);
  const organization = find('organization', 'organization', ['short text']);
  if (!concept || !(person || organization)) {
    throw refusal(
      path,
      `a variable "person" or "organization" in the statement type "${statementType.label}"; it has ${quoted(variables.map(({ name }) => name))}`,
    );
  }
  const qualifier = find('qualifier', 'agreement', QUALIFIER_TYPES);
  const positions = mapping.positions ?? (qualifier?.type === 'boolean' ? BOOLEAN_POSITIONS : undefined);
  if (qualifier && !positions) {
    throw refusal(
      path,
      `a position for each value of "${qualifier.name}", which is ${qualifier.type}; its values are ${quoted(valuesOf(file, qualifier))}`,
    );
  }
  return {
    statementType,
    person,
    organization,
    concept,
    qualifier,
    positions: new Map(Object.entries(positions ?? {})),
  };
}

function findStatementType(path: string, file: SqliteFile, label: string): { id: number; label: string } {
  const types = [...file.rows('SELECT ID AS id, Label AS label FROM STATEMENTTYPES ORDER BY ID')].map(
    (row) => ({
      id: Number(row.id),
      label: String(row.label),
    }),
  );
  const found = types.find((type) => type.label === label);
  if (found) return found;
  throw refusal(path, `a statement type "${label}"; it has ${quoted(types.map((type) => type.label))}`);
}

const MOST_NAMED = 20;

function valuesOf(file: SqliteFile, { id, type }: DnaVariable): string[] {
  const query =
    type === 'short text'
      ? 'SELECT DISTINCT Value AS value FROM ENTITIES WHERE VariableId = ? ORDER BY 1'
      : `SELECT DISTINCT Value AS value FROM ${type === 'boolean' ? 'DATABOOLEAN' : 'DATAINTEGER'} WHERE VariableId = ? ORDER BY 1`;
  return [...file.rows(query, id)].map(({ value }) => String(value));
}

function quoted(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length - MOST_NAMED;
  const list = names
    .slice(0, MOST_NAMED)
    .map((name) => JSON.stringify(name))
    .join(', ');
  return more > 0 ? `${list} and ${more} more` : list;
}

function refusal(path: string, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${path}: expected ${expected}`);
}
