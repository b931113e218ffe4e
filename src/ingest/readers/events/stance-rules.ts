import { z } from 'zod';
import { POSITIONS, parseEdtf, type StanceRecord, UNTIL_MET } from '../../../model/index.js';
import { checkedYaml } from '../yaml-file.js';
import type { CodedEvent } from './coded-event.js';

const actorIds = z
  .array(z.string().regex(/^actor:/, 'an id of an actor, such as actor:iran'))
  .min(1)
  .optional();
const day = z
  .string()
  .refine((value) => parseEdtf(value) !== undefined, 'a date as 2020, 2020-09 or 2020-09-01')
  .optional();

const rules = z.strictObject({
  coding: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, 'a coding set such as "event-rules" (a-z, 0-9, ".", "_", "-")')
    .default('event-rules'),
  stances: z
    .array(
      z
        .strictObject({
          codes: z
            .array(z.string().regex(/^(CAMEO|PLOVER):/, 'a code such as CAMEO:112 or PLOVER:ACCUSE'))
            .min(1),
          topic: z.string().regex(/^topic:/, 'an id of a proposition, such as topic:us-snapback-2020'),
          position: z.enum(POSITIONS),
          untilMet: z.enum(UNTIL_MET).optional(),
          sources: actorIds,
          targets: actorIds,
          from: day,
          to: day,
        })
        .refine((rule) => (rule.position === 'CONDITIONAL') === (rule.untilMet !== undefined), {
          path: ['untilMet'],
          message: 'what the position is until its condition is met, with CONDITIONAL and only with that',
        }),
    )
    .min(1),
});

/** Which event codes, by whom and to whom, mean which position on which proposition: somebody's judgement, in a file. */
export type StanceRules = z.infer<typeof rules>;

/**
 * Reads the rules of `--stances`.
 *
 * @throws DemarcheError BAD_USER_INPUT that says what is wrong where
 */
export function readStanceRules(path: string): Promise<StanceRules> {
  return checkedYaml(path, rules, 'stance rules');
}

/** The stances that the rules give an event, at most one on each proposition: the first rule that fits. */
export function stancesOf({ coding, stances }: StanceRules, event: CodedEvent): StanceRecord[] {
  const found = new Map<string, StanceRecord>();
  for (const rule of stances) {
    const code = found.has(rule.topic) ? undefined : fittingCode(rule, event);
    if (code === undefined) continue;
    found.set(rule.topic, {
      topic: rule.topic,
      position: rule.position,
      ...(rule.untilMet === undefined ? {} : { untilMet: rule.untilMet }),
      rationale: `By rule: ${code} means ${rule.position} here.`,
      coding,
    });
  }
  return [...found.values()];
}

function fittingCode(rule: StanceRules['stances'][number], event: CodedEvent): string | undefined {
  const names = (ids: readonly string[] | undefined, actors: CodedEvent['sources']) =>
    ids === undefined || actors.some(({ actor }) => ids.includes(actor));
  const isThen =
    event.date >= (parseEdtf(rule.from ?? '')?.from ?? '') &&
    event.date <= (parseEdtf(rule.to ?? '')?.to ?? '9999');
  if (!isThen || !names(rule.sources, event.sources) || !names(rule.targets, event.targets)) return undefined;
  return rule.codes.find((code) => event.codes.some((own) => isWithin(own, code)));
}

/** A code of CAMEO stands for all that begin with it. */
function isWithin(own: string, code: string): boolean {
  return code.startsWith('CAMEO:') ? own.startsWith(code) : own === code || own.startsWith(`${code}:`);
}
