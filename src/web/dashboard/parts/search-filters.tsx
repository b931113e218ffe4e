import { useEffect, useState } from 'react';
import { CONTROL_WORDS, enumWords } from '../data/enum-words';
import { searchFacets } from '../data/search-facets';
import type { Choice, StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { useNames } from '../data/use-names';
import { Problem } from './answered';
import { Period } from './period';

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
  // an issue, or an actor that none of the statements has, is not among the facets
  const names = useNames([
    ...address.getAll('actor'),
    ...address.getAll('speaker'),
    ...address.getAll('topic'),
  ]);
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
              offered={withChosen(offered[key], address.getAll(key), names)}
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
function withChosen(
  offered: readonly Offered[],
  chosen: readonly string[],
  names: ReadonlyMap<string, string>,
): Offered[] {
  const missing = chosen.filter((value) => !offered.some((one) => one.value === value));
  return [
    ...missing.map((value) => ({ value, label: names.get(value) ?? value, count: undefined })),
    ...offered,
  ];
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
        <OneChoice
          key={value}
          label={label}
          count={count}
          isChosen={chosen.includes(value)}
          onToggle={() => onToggle(value)}
        />
      ))}
    </fieldset>
  );
}

interface OneChoiceProps extends Pick<Offered, 'label' | 'count'> {
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** It changes at once, and is what the address says as soon as that has changed. */
function OneChoice({ label, count, isChosen, onToggle }: OneChoiceProps) {
  const [isChecked, setChecked] = useState(isChosen);
  useEffect(() => setChecked(isChosen), [isChosen]);
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={() => {
          setChecked(!isChecked);
          onToggle();
        }}
      />
      <span dir="auto">{label}</span>
      {count !== undefined && <span className="number">{count.toLocaleString('en')}</span>}
    </label>
  );
}
