import { Link, useLocation } from 'react-router';
import { Page } from '../parts/page';

export function NothingHere() {
  const { pathname } = useLocation();
  return (
    <Page title="There is nothing here">
      <p className="state">
        Nothing in the graph has the address <code dir="auto">{pathname}</code>.{' '}
        <Link to="/">To the overview</Link>
      </p>
    </Page>
  );
}
