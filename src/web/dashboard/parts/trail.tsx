import { Link } from 'react-router';
import { edtfWords } from '../data/edtf-words';
import { LEVELS } from '../data/levels';
import type { Taken } from '../data/stance-rows';
import { PositionMark } from './position-mark';

/** Positions in the order they were taken, each with the way to its words. */
export function Trail({ taken }: { readonly taken: readonly Taken[] }) {
  return (
    <ol className="trail">
      {taken.map(({ id, date, level, statement, speaker }) => {
        const words = `${edtfWords(date)}: ${speaker.name} ${LEVELS[level].label}`;
        return (
          <li key={id}>
            <Link to={`/${statement.id}`} aria-label={words} title={words}>
              <PositionMark level={level} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
