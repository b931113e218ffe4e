import { useEffect, useState } from 'react';

interface YearSliderProps {
  readonly first: number;
  readonly last: number;
  /** the year shown; none is all the time */
  readonly year: number | undefined;
  readonly onYear: (year: number | undefined) => void;
}

const SECONDS_A_YEAR = 2;

/** Goes through the years one by one, by hand or by itself until the last. */
export function YearSlider({ first, last, year, onYear }: YearSliderProps) {
  const [isPlaying, setPlaying] = useState(false);

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      const next = year === undefined ? first : year + 1;
      if (next > last) setPlaying(false);
      else onYear(next);
    }, SECONDS_A_YEAR * 1000);
    return () => clearTimeout(timer);
  }, [isPlaying, year, first, last, onYear]);

  return (
    <div className="actions">
      <label>
        Year{' '}
        <input
          type="range"
          min={first}
          max={last}
          value={year ?? last}
          aria-valuetext={year === undefined ? 'all years' : `${year}`}
          onChange={(event) => onYear(Number(event.target.value))}
        />{' '}
        {year ?? 'all'}
      </label>
      <button type="button" aria-pressed={isPlaying} onClick={() => setPlaying(!isPlaying)}>
        {isPlaying ? 'Stop' : 'Play'}
      </button>
      {year !== undefined && (
        <button type="button" onClick={() => onYear(undefined)}>
          All years
        </button>
      )}
    </div>
  );
}
