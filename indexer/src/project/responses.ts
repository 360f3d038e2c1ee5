import { decodeResponse, reputationIdl } from '@agent-labs/sdk';
import type { AccountKind, Fact, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, hex, Values } from './values.js';

/** What agents answered to ratings. There is one to each, and its account stays while the agent does. */
export const responses: Projection<{ row: Row | null }> = {
  subject: 'response',
  tables: [{ table: 'responses', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data, signature }: Fact) => {
    const event = new Values(data);
    if (kind === 'agentResponded') {
      state.row = {
        address: event.text('response'),
        agent: event.text('agent'),
        number: event.text('number'),
        ownership_epoch: event.number('ownershipEpoch'),
        facts_hash: event.text('factsHash'),
        text_hash: event.text('textHash'),
        responder: event.text('responder'),
        responded_at: event.number('respondedAt'),
        signature,
        closed: false,
      };
    }
    if (kind === 'responseClosed' && state.row !== null) state.row.closed = true;
  },
  rows: (_, { row }) => ({ responses: row === null ? [] : [row] }),
};

export const responseAccount: AccountKind = {
  name: 'response',
  program: ({ reputation }) => reputation.toBase58(),
  discriminator: discriminatorOf(reputationIdl, 'response'),
  table: 'responses',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const response = decodeResponse(data);
    return {
      address,
      agent: response.agent.toBase58(),
      number: response.number.toString(),
      ownership_epoch: response.ownershipEpoch,
      facts_hash: hex(response.factsHash),
      text_hash: hex(response.textHash),
      responder: response.responder.toBase58(),
      responded_at: Number(response.respondedAt),
    };
  },
};
