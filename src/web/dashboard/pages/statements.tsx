import { useSearchParams } from 'react-router';
import { type Choice, filterOf } from '../data/statement-search';
import { statementPage } from '../data/use-statement-pages';
import { ExportLinks } from '../parts/export-links';
import { Page } from '../parts/page';
import { QueryBehind } from '../parts/query-behind';
import { SearchFilters } from '../parts/search-filters';
import { SearchTotal } from '../parts/search-total';
import { SearchWords } from '../parts/search-words';
import { StatementList } from '../parts/statement-list';

/** All statements, narrowed by words and by what the address names. */
export function Statements() {
  const [address, setAddress] = useSearchParams();
  const filter = filterOf(address);
  const order = address.get('order') === 'DATE_ASC' ? 'DATE_ASC' : 'DATE_DESC';

  const change = (changed: (next: URLSearchParams) => void, replace = false) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        changed(next);
        return next;
      },
      // a box is ticked at once, not when the list beside it is drawn anew
      { replace, preventScrollReset: true, flushSync: true },
    );
  const set = (key: 'q' | 'from' | 'to' | 'order', value: string) =>
    // words are typed letter by letter: each is not a step to go back to
    change((next) => (value ? next.set(key, value) : next.delete(key)), key === 'q');
  const toggle = (key: Choice, value: string) =>
    change((next) => (next.has(key, value) ? next.delete(key, value) : next.append(key, value)));

  return (
    <Page title={titleOf(address)} kind="Who said what">
      <div className="search">
        <SearchFilters filter={filter} address={address} onToggle={toggle} onPeriod={set} />
        <div>
          <SearchWords words={address.get('q') ?? ''} onChange={(words) => set('q', words)} />
          <div className="actions">
            <SearchTotal filter={filter} />
            <label>
              Order{' '}
              <select value={order} onChange={(event) => set('order', event.target.value)}>
                <option value="DATE_DESC">latest first</option>
                <option value="DATE_ASC">earliest first</option>
              </select>
            </label>
            <ExportLinks filter={filter} />
          </div>
          <QueryBehind query={statementPage} variables={{ filter, order }} />
          <StatementList filter={filter} order={order} />
        </div>
      </div>
    </Page>
  );
}

function titleOf(address: URLSearchParams): string {
  const words = address.get('q')?.trim();
  return words ? `Statements with “${words}”` : 'Statements';
}
