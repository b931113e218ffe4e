import { edtfWords } from '../data/edtf-words';

interface PeriodProps {
  readonly address: URLSearchParams;
  /** those there is anything of, as hints */
  readonly years?: readonly { readonly value: string }[];
  readonly onChange: (key: 'from' | 'to', value: string) => void;
}

const EDTF = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/** Both ends of a period, as precise as one likes: `2020`, `2020-09` or `2020-09-01`. */
export function Period({ address, years = [], onChange }: PeriodProps) {
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
