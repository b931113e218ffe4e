import './styles/tokens.css';
import './styles/dashboard.css';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { client } from '../client/client';
import { routes } from './routes';

const root = document.getElementById('dashboard');
if (root) {
  createRoot(root).render(
    <Provider value={client}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </Provider>,
  );
}
