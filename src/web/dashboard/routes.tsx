import type { RouteObject } from 'react-router';
import { NodePage } from './pages/node-page';
import { NothingHere } from './pages/nothing-here';
import { Overview } from './pages/overview';
import { PageFailed, Shell } from './shell';

/** Each page is loaded when it is first opened, but for the one where most people begin. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <PageFailed />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <PageFailed />,
        children: [
          { index: true, Component: Overview },
          {
            path: 'statements',
            lazy: async () => ({ Component: (await import('./pages/statements')).Statements }),
          },
          { path: 'topics', lazy: async () => ({ Component: (await import('./pages/topics')).Topics }) },
          { path: 'actors', lazy: async () => ({ Component: (await import('./pages/actors')).Actors }) },
          { path: 'votes', lazy: async () => ({ Component: (await import('./pages/votes')).Votes }) },
          {
            path: 'conditions',
            lazy: async () => ({ Component: (await import('./pages/conditions')).Conditions }),
          },
          {
            path: 'disputes',
            lazy: async () => ({ Component: (await import('./pages/disputes')).Disputes }),
          },
          { path: 'compare', lazy: async () => ({ Component: (await import('./pages/compare')).Compare }) },
          { path: 'network', lazy: async () => ({ Component: (await import('./pages/network')).Network }) },
          { path: ':id', element: <NodePage /> },
          { path: '*', element: <NothingHere /> },
        ],
      },
    ],
  },
];
