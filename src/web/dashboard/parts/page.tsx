import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** what kind of page, above the title */
  readonly kind?: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** What every page has: a title of its own, for the window too, and one heading. */
export function Page({ title, kind, lead, children }: PageProps) {
  return (
    <>
      <title>{`${title} · Demarche`}</title>
      <header className="page-head">
        {kind && <p className="kind">{kind}</p>}
        <h1 dir="auto">{title}</h1>
        {lead && <div className="lead">{lead}</div>}
      </header>
      {children}
    </>
  );
}
