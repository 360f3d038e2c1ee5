import { decodeAttestation, registryIdl } from '@agent-labs/sdk';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, hex, Values } from './values.js';

/** What an attestor vouches for about a wallet. The row is there while the account is. */
export const attestations: Projection<{ row: Row | null }> = {
  subject: 'attestation',
  tables: [{ table: 'attestations', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'attestationRevoked') state.row = null;
    if (kind !== 'attestationIssued') return;
    state.row = {
      address: event.text('attestation'),
      attestor: event.text('attestor'),
      subject: event.text('subject'),
      issued_at: event.number('newIssuedAt'),
      expires_at: event.number('newExpiresAt'),
      evidence: event.text('newEvidence'),
    };
  },
  rows: (_, { row }) => ({ attestations: row === null ? [] : [row] }),
};

export const attestationAccount: AccountKind = {
  name: 'attestation',
  program: ({ registry }) => registry.toBase58(),
  discriminator: discriminatorOf(registryIdl, 'attestation'),
  table: 'attestations',
  key: 'address',
  live: 'true',
  columns: (address, data) => {
    const attestation = decodeAttestation(data);
    return {
      address,
      attestor: attestation.attestor.toBase58(),
      subject: attestation.subject.toBase58(),
      issued_at: Number(attestation.issuedAt),
      expires_at: Number(attestation.expiresAt),
      evidence: hex(attestation.evidence),
    };
  },
};
