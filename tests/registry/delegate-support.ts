import {
  type DelegateAddParams,
  DelegatePermission,
  delegateAdd,
  type delegatesAddress,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { funded, NOW, type RegistryFixture, type RegistryFixtureOptions } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { setup } from './support';

/** Every permission. */
export const EVERYTHING = Object.values(DelegatePermission).reduce((all, bit) => all | bit, 0);
/** When a delegate's time is over, unless told. */
export const EXPIRES_AT = NOW + 1_000n;

export async function addition(
  fixture: RegistryFixture,
  delegate: Keypair,
  changes: Partial<DelegateAddParams> = {},
  owner: Keypair = fixture.creator,
) {
  const rentPayer = fixture.feePayer;
  const built = await delegateAdd(fixture.deployment, {
    agent: fixture.agent,
    owner: owner.publicKey,
    delegate: delegate.publicKey,
    rentPayer: rentPayer.publicKey,
    permissions: EVERYTHING,
    expiresAt: EXPIRES_AT,
    ...changes,
  });
  return { ...built, signers: [owner, delegate, rentPayer] };
}

export interface Delegated extends RegistryFixture {
  delegate: Keypair;
  delegates: ReturnType<typeof delegatesAddress>;
}

/** An agent with one delegate. */
export async function delegated(
  options: RegistryFixtureOptions = {},
  kind?: ChainKind,
  permissions = EVERYTHING,
): Promise<Delegated> {
  const fixture = await setup(options, kind);
  const delegate = await funded(fixture.chain);
  const { instruction, delegates } = await addition(fixture, delegate, { permissions });
  await fixture.send(instruction, fixture.creator, delegate);
  return { ...fixture, delegate, delegates };
}
