import { z } from 'zod';
import { ACTS, ATTRIBUTIONS, BASES, CAPACITIES, POSITIONS, UNTIL_MET } from '../../model/index.js';
import { checkedYaml } from './yaml-file.js';

/**
 * What a column can be. `id` is the row's own key; without it, ids are made of the row's content. `separator` divides
 * several speakers, principals or addressees in one field.
 */
export const TABLE_FIELDS = [
  'id',
  'date',
  'time',
  'act',
  'speaker',
  'role',
  'capacity',
  'onBehalfOf',
  'basis',
  'addressees',
  'summary',
  'quote',
  'language',
  'attribution',
  'topic',
  'position',
  'untilMet',
  'condition',
  'rationale',
  'coder',
  'sourceUrl',
  'sourceTitle',
  'publisher',
  'publishedAt',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;
export const DATE_ORDERS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;

/** Each word of a file, and the one of the model that it means. */
function meanings<T extends readonly [string, ...string[]]>(values: T) {
  return z.record(z.string(), z.enum(values)).optional();
}

const mapping = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'a name for the ids (a-z, 0-9, "-", "_"; at most 40)'),
    delimiter: z.enum(['comma', 'semicolon', 'tab']).default('comma'),
    dates: z.enum(DATE_ORDERS).default('YYYY-MM-DD'),
    separator: z.string().min(1).max(5).optional(),
    coding: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, 'a coding set such as "adjudicated"')
      .default('adjudicated'),
    columns: z.partialRecord(z.enum(TABLE_FIELDS), z.string().min(1)),
    constants: z.partialRecord(z.enum(TABLE_FIELDS), z.string().min(1)).default({}),
    values: z
      .strictObject({
        act: meanings(ACTS),
        capacity: meanings(CAPACITIES),
        basis: meanings(BASES),
        attribution: meanings(ATTRIBUTIONS),
        position: meanings(POSITIONS),
        untilMet: meanings(UNTIL_MET),
        topic: z
          .record(z.string(), z.string().regex(/^topic:/, 'an id such as topic:snapback-2020'))
          .optional(),
      })
      .default({}),
  })
  .superRefine((mapped, context) => {
    const has = (field: TableField) => (mapped.columns[field] ?? mapped.constants[field]) !== undefined;
    const needs = (field: TableField, why: string) => {
      if (!has(field))
        context.addIssue({ code: 'custom', path: ['columns', field], message: `a column, ${why}` });
    };
    needs('date', 'because each statement has a date');
    needs('speaker', 'because somebody speaks');
    if (has('position')) needs('topic', 'because a position is taken on a proposition');
    if (!has('sourceUrl') && !has('sourceTitle'))
      needs('sourceUrl', 'or sourceTitle: each statement is reported somewhere');
  })
  .transform(({ delimiter, ...rest }) => ({ ...rest, delimiter: DELIMITERS[delimiter] }));

/** From the columns of a table to the model. */
export type TableMapping = z.output<typeof mapping>;

/**
 * Reads a mapping.
 *
 * @throws DemarcheError BAD_USER_INPUT that says what is wrong where
 */
export function readTableMapping(path: string): Promise<TableMapping> {
  return checkedYaml(path, mapping, 'a mapping of columns');
}
