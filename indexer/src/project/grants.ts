import { consentIdl, decodeConsentGrant } from '@agent-labs/sdk';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, hex, Values } from './values.js';

/** What a wallet consented to, at one address: given, taken back, given anew, and gone. */
export const grants: Projection<{ row: Row | null }> = {
  subject: 'grant',
  tables: [{ table: 'consent_grants', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'consentGiven') state.row = given(event);
    if (state.row === null) return;
    if (kind === 'consentRevoked') {
      Object.assign(state.row, { revision: event.number('revision'), revoked_at: event.number('revokedAt') });
    }
    if (kind === 'consentClosed') state.row.closed = true;
  },
  rows: (_, { row }) => ({ consent_grants: row === null ? [] : [row] }),
};

function given(event: Values): Row {
  return {
    address: event.text('grant'),
    subject: event.text('subject'),
    controller: event.text('controller'),
    purpose: event.text('purpose'),
    rent_payer: event.text('rentPayer'),
    revision: event.number('revision'),
    terms_version: event.number('termsVersion'),
    terms_hash: event.text('termsHash'),
    given_at: event.number('givenAt'),
    expires_at: event.number('expiresAt'),
    revoked_at: 0,
    closed: false,
  };
}

export const grantAccount: AccountKind = {
  name: 'grant',
  program: ({ consent }) => consent.toBase58(),
  discriminator: discriminatorOf(consentIdl, 'consentGrant'),
  table: 'consent_grants',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const grant = decodeConsentGrant(data);
    return {
      address,
      subject: grant.subject.toBase58(),
      controller: grant.controller.toBase58(),
      purpose: hex(grant.purpose),
      rent_payer: grant.rentPayer.toBase58(),
      revision: grant.revision,
      terms_version: grant.termsVersion,
      terms_hash: hex(grant.termsHash),
      given_at: Number(grant.givenAt),
      expires_at: Number(grant.expiresAt),
      revoked_at: Number(grant.revokedAt),
    };
  },
};
