import { type ComponentType, lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { NothingHere } from './nothing-here';

type OfNode = ComponentType<{ readonly id: string }>;

/** The page of each kind of node. An id is an address: `/actor:iran`. */
const PAGES: Readonly<Record<string, OfNode>> = {
  actor: lazy(async () => ({ default: (await import('./actor')).ActorPage })),
  topic: lazy(async () => ({ default: (await import('./topic')).TopicPage })),
  statement: lazy(async () => ({ default: (await import('./statement')).StatementPage })),
  event: lazy(async () => ({ default: (await import('./event')).EventPage })),
  dispute: lazy(async () => ({ default: (await import('./dispute')).DisputePage })),
};

export function NodePage() {
  const { id = '' } = useParams();
  const [kind = ''] = id.split(':');
  const Found = id.includes(':') && Object.hasOwn(PAGES, kind) ? PAGES[kind] : undefined;
  if (!Found) return <NothingHere />;
  return (
    <Suspense>
      <Found key={id} id={id} />
    </Suspense>
  );
}
