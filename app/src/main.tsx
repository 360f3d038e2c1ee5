import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/figures.css';
import './styles/marks.css';
import './styles/notes.css';
import './styles/receipt.css';
import './styles/signing.css';
import './styles/agent.css';
import './styles/registry.css';
import './styles/disputes.css';
import './styles/locks.css';
import './styles/money.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { loadConfig } from './data/config.js';
import { followIndexer } from './data/stream.js';
import { Failure } from './ui/status.js';
import { reconnect, walletChain } from './wallet/standard.js';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const page = createRoot(root);
try {
  const { burner } = await loadConfig();
  reconnect();
  followIndexer(queryClient);
  page.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
  if (burner) await (await import('./wallet/burner.js')).registerBurners(walletChain());
} catch (error) {
  page.render(
    <main className="main">
      <Failure error={error} retry={() => location.reload()} />
    </main>,
  );
}
