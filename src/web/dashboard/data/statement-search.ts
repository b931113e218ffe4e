import type { VariablesOf } from 'gql.tada';
import type { statementPage } from './use-statement-pages';

export type StatementFilter = NonNullable<VariablesOf<typeof statementPage>['filter']>;
type StanceFilter = NonNullable<StatementFilter['stance']>;

/** The keys of a search's address that may be given more than once: alternatives. */
export const CHOICES = [
  'actor',
  'speaker',
  'topic',
  'position',
  'until',
  'act',
  'publisher',
  'control',
] as const;
export type Choice = (typeof CHOICES)[number];

/** What an address asks for, as the API's filter. */
export function filterOf(address: URLSearchParams): StatementFilter {
  // the API checks the values, and says which it expects
  const all = <Value extends string>(key: Choice) => {
    const values = address.getAll(key) as Value[];
    return values.length > 0 ? values : undefined;
  };
  const topics = all('topic');
  const positions = all<NonNullable<StanceFilter['positions']>[number]>('position');
  const untilMet = all<NonNullable<StanceFilter['untilMet']>[number]>('until');
  const from = address.get('from') || undefined;
  const to = address.get('to') || undefined;
  return withoutEmpty({
    words: address.get('q')?.trim() || undefined,
    principals: all('actor'),
    speakers: all('speaker'),
    stance: topics || positions || untilMet ? withoutEmpty({ topics, positions, untilMet }) : undefined,
    acts: all('act'),
    publishers: all('publisher'),
    publisherControl: all('control'),
    date: from || to ? withoutEmpty({ from, to }) : undefined,
  });
}

/** The address of a search. */
export function searchAddress(
  search: Readonly<Partial<Record<Choice | 'from' | 'to' | 'q', string>>>,
): string {
  return `/statements?${new URLSearchParams(withoutEmpty(search))}`;
}

/** Without the keys that say nothing, so that equal searches are equal requests. */
function withoutEmpty<Value extends object>(
  value: Value,
): { [K in keyof Value]: Exclude<Value[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [K in keyof Value]: Exclude<Value[K], undefined>;
  };
}
