import { useState } from 'react';
import { edtfWords } from '../data/edtf-words';
import { CONTROL_WORDS, enumWords } from '../data/enum-words';
import { searchFacets } from '../data/search-facets';
import type { Choice, StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Problem } from './answered';

interface SearchFiltersProps {
  readonly filter: StatementFilter;
  readonly address: URLSearchParams;
  readonly onToggle: (key: Choice, value: string) => void;
  readonly onPeriod: (key: 'from' | 'to', value: string) => void;
}

interface Offered {
  readonly value: string;
  readonly label: string;
  readonly count: number | undefined;
}

const LEGENDS = {
  actor: 'In the name of',
  topic: 'On the proposition',
  position: 'Position',
  speaker: 'Spoken by',
  act: 'Kind of act',
  publisher: 'Reported by',
  control: 'Publishers under control of',
} as const;

/** What narrows a search, with how many statements each choice has among those found. */
export function SearchFilters({ filter, address, onToggle, onPeriod }: SearchFiltersProps) {
  const answer = useAnswer(searchFacets, { filter });
  const [isOpen, setOpen] = useState(() => window.matchMedia('(width >= 48rem)').matches);
  const facets = answer.data?.statements.facets;
  const named = (all: readonly { node: { id: string; name: string }; count: number }[] = []) =>
    all.map(({ node, count }) => ({ value: node.id, label: node.name, count }));
  const valued = (
    all: readonly { value: string; count: number }[] = [],
    words: (value: string) => string = enumWords,
  ) => all.map(({ value, count }) => ({ value, label: words(value), count }));
  const offered = {
    actor: named(facets?.byActor),
    topic: named(facets?.byTopic),
    position: valued(facets?.byPosition),
    speaker: named(facets?.bySpeaker),
    act: valued(facets?.byAct),
    publisher: named(facets?.byPublisher),
    control: valued(facets?.byControl, (value) => CONTROL_WORDS[value as keyof typeof CONTROL_WORDS]),
  };

  return (
    <aside className="filters" aria-label="Narrow the search">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Filters</summary>
        {answer.error && <Problem error={answer.error} onRetry={answer.askAgain} />}
        <div className={answer.isAsking ? 'is-stale' : undefined}>
          <Period address={address} years={facets?.byYear ?? []} onChange={onPeriod} />
          {(Object.keys(LEGENDS) as (keyof typeof LEGENDS)[]).map((key) => (
            <Choices
              key={key}
              legend={LEGENDS[key]}
              offered={withChosen(offered[key], address.getAll(key))}
              chosen={address.getAll(key)}
              onToggle={(value) => onToggle(key, value)}
            />
          ))}
        </div>
      </details>
    </aside>
  );
}

/** What is chosen stays on offer, or it could not be taken back. */
function withChosen(offered: readonly Offered[], chosen: readonly string[]): Offered[] {
  const missing = chosen.filter((value) => !offered.some((one) => one.value === value));
  return [...missing.map((value) => ({ value, label: value, count: undefined })), ...offered];
}

interface ChoicesProps {
  readonly legend: string;
  readonly offered: readonly Offered[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function Choices({ legend, offered, chosen, onToggle }: ChoicesProps) {
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {offered.map(({ value, label, count }) => (
        <label className="choice" key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span dir="auto">{label}</span>
          {count !== undefined && <span className="number">{count.toLocaleString('en')}</span>}
        </label>
      ))}
    </fieldset>
  );
}

interface PeriodProps {
  readonly address: URLSearchParams;
  readonly years: readonly { readonly value: string; readonly count: number }[];
  readonly onChange: (key: 'from' | 'to', value: string) => void;
}

const EDTF = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/** Both ends of a period, as precise as one likes: `2020`, `2020-09` or `2020-09-01`. */
function Period({ address, years, onChange }: PeriodProps) {
  const known = years.map(({ value }) => value).sort();
  return (
    <fieldset>
      <legend>Period</legend>
      <div className="period">
        {(['from', 'to'] as const).map((key) => (
          <label key={`${key} ${address.get(key)}`}>
            <span className="aside">{key}</span>
            <input
              defaultValue={address.get(key) ?? ''}
              placeholder={(key === 'from' ? known[0] : known.at(-1)) ?? '2020-09'}
              pattern={EDTF}
              title="A year, a month or a day: 2020, 2020-09 or 2020-09-01"
              inputMode="numeric"
              onBlur={({ currentTarget: input }) => input.validity.valid && onChange(key, input.value)}
              onKeyDown={({ key: pressed, currentTarget: input }) => {
                if (pressed === 'Enter' && input.reportValidity()) onChange(key, input.value);
              }}
            />
          </label>
        ))}
      </div>
      {address.get('from') && (
        <p className="aside">
          {edtfWords(address.get('from') ?? '')} to {edtfWords(address.get('to') ?? 'now')}
        </p>
      )}
    </fieldset>
  );
}
