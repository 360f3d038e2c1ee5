import type { AgentManifest } from '@agent-labs/sdk';

/** What the agent of this example says of itself, but for its name, place and price. */
export const MANIFEST: Omit<AgentManifest, 'handle' | 'endpoint' | 'pricing'> = {
  schemaVersion: '1',
  name: 'Text reverser',
  version: '1.0.0',
  description: 'Gives a text back with its bytes in reverse order.',
  license: 'Apache-2.0',
  tags: ['text'],
  capabilities: [
    {
      name: 'reverse',
      description: 'Reverses the bytes of a text.',
      input: { contentTypes: ['text/plain'], maxBytes: 65_536 },
      output: { contentType: 'text/plain' },
      path: '/reverse',
      method: 'POST',
    },
  ],
  limits: { timeoutSeconds: 5 },
};
