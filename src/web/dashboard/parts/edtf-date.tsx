import { edtfWords } from '../data/edtf-words';

export function EdtfDate({
  date,
  isInferred = false,
}: {
  readonly date: string;
  readonly isInferred?: boolean;
}) {
  return (
    <time
      dateTime={date}
      title={isInferred ? 'The source does not print this date; it was inferred.' : undefined}
    >
      {edtfWords(date)}
      {isInferred && <span className="aside"> (inferred)</span>}
    </time>
  );
}
