const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as precise as it is known: `2020-09-01` is "1 September 2020", `2020-09` is "September 2020". */
export function edtfWords(date: string): string {
  const [year = date, month, day] = date.split('-');
  const name = month && MONTHS[Number(month) - 1];
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** A period with an end left open: "since March 2004", "until 2018", "2004 to 2018". */
export function periodWords(from: string | null, to: string | null): string {
  if (from && to) return `${edtfWords(from)} to ${edtfWords(to)}`;
  if (from) return `since ${edtfWords(from)}`;
  return to ? `until ${edtfWords(to)}` : '';
}
