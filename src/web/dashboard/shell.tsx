import { useEffect, useRef } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation, useRouteError } from 'react-router';
import { DatasetFooter } from './parts/dataset-footer';
import { Find } from './parts/find';
import { Page } from './parts/page';

const PAGES = [
  ['/', 'Overview'],
  ['/statements', 'Statements'],
  ['/topics', 'Topics'],
  ['/actors', 'Actors'],
  ['/network', 'Network'],
  ['/compare', 'Compare'],
  ['/votes', 'Votes'],
  ['/conditions', 'Conditions'],
  ['/disputes', 'Disputes'],
] as const;

/** What surrounds every page. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === 'loading';
  const isFirst = useRef(true);

  // whoever uses a keyboard or hears the page goes on at its beginning
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every change of the page
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <NavLink to="/" className="name">
          Demarche
        </NavLink>
        <nav aria-label="Pages">
          {PAGES.map(([address, name]) => (
            <NavLink key={address} to={address} end>
              {name}
            </NavLink>
          ))}
          <a href="/graphql">Explorer</a>
        </nav>
        <Find />
      </header>
      <main id="main" ref={main} tabIndex={-1} aria-busy={isLoading}>
        <Outlet />
      </main>
      <DatasetFooter />
      <ScrollRestoration />
      <Hatches />
    </>
  );
}

/** The fills of bars: solid for a position, hatched for one that waits for a condition. */
function Hatches() {
  const hatched = [
    ['conditional_support', 'support', 45],
    ['conditional_oppose', 'oppose', -45],
    ['conditional_unstated', 'neutral', 45],
  ] as const;
  const solid = ['support', 'oppose', 'neutral'] as const;
  return (
    <svg className="defs" aria-hidden="true" width="0" height="0">
      <defs>
        {solid.map((name) => (
          <pattern key={name} id={`fill-${name}`} width="4" height="4" patternUnits="userSpaceOnUse">
            <rect width="4" height="4" fill={`var(--${name})`} />
          </pattern>
        ))}
        {hatched.map(([name, colour, angle]) => (
          <pattern
            key={name}
            id={`fill-${name}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${angle})`}
          >
            <rect width="5" height="5" fill="var(--paper)" />
            <rect width="2" height="5" fill={`var(--${colour})`} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A page whose code could not be loaded, or that failed while it was drawn. */
export function PageFailed() {
  const error = useRouteError();
  return (
    <Page title="This page could not be shown">
      <div className="state problem" role="alert">
        <p>{error instanceof Error ? error.message : 'The service did not answer.'}</p>
        <button type="button" onClick={() => window.location.reload()}>
          Try again
        </button>
      </div>
    </Page>
  );
}
