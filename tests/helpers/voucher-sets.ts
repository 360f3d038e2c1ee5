import { channelSettleSet, createMessageSigner, type SetChannel, signVoucherSet } from '@agent-labs/sdk';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  type Keypair,
  type PublicKey,
  SYSVAR_INSTRUCTIONS_PUBKEY,
} from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import { NOW } from '../fixtures/registry';
import { openChannel, openMandate } from './ed25519';

/** What a set of a test says; by default what each channel's first voucher could. */
export interface SetWish {
  /** of each channel, base units */
  cumulative?: bigint;
  calls?: number;
  expires?: number;
  signer?: Keypair;
  /** in place of what the chain has */
  tags?: Uint8Array[];
  /** of single channels, by place */
  each?: Record<number, Partial<SetChannel>>;
}

/** Channels under one mandate, and sets for them. */
export interface Many {
  mandate: PublicKey;
  session: Keypair;
  channels: PublicKey[];
  /** Proof and settle of a set for `channels`, all of them by default. */
  settle(wish?: SetWish, channels?: PublicKey[]): ReturnType<typeof settleOf>;
}

async function settleOf(
  fixture: EscrowFixture,
  session: Keypair,
  channels: PublicKey[],
  { cumulative = 1_000n, calls = 1, expires = Number(NOW) + 700, signer = session, tags, each = {} }: SetWish,
) {
  const entries: SetChannel[] = [];
  for (const [at, channel] of channels.entries()) {
    const tag = tags?.[at] ?? Uint8Array.from((await fixture.readChannel(channel)).tag);
    entries.push({ tag, cumulative, calls, transcript: new Uint8Array(32).fill(at), ...each[at] });
  }
  const signed = signVoucherSet(createMessageSigner(signer.secretKey), entries, expires);
  return channelSettleSet(fixture.deployment, { channels, ...signed });
}

/** A mandate of the fixture's payer with `count` channels of 12,000 base units each, up to 10,000 a call. */
export async function openMany(fixture: EscrowFixture, count: number, id = 7n): Promise<Many> {
  const amount = 12_000n;
  const { mandate, session, channel } = await openMandate(fixture, id, {
    ...{ amount, perCallMax: 10_000n, dailyCap: 900_000n, totalCap: 900_000n, deposit: 900_000n },
  });
  const channels = [channel];
  for (let n = 1; n < count; n += 1) channels.push(await openChannel(fixture, { mandate, n, amount }));
  return {
    mandate,
    session,
    channels,
    settle: (wish = {}, some = channels) => settleOf(fixture, session, some, wish),
  };
}

/** A lookup table with the Instructions sysvar and these addresses, ready for use. */
export async function lookupTable(
  { chain, feePayer, send }: EscrowFixture,
  addresses: PublicKey[],
): Promise<AddressLookupTableAccount> {
  const [authority, payer] = [feePayer.publicKey, feePayer.publicKey];
  const recentSlot = (await chain.slot()) - 1n;
  const [create, key] = AddressLookupTableProgram.createLookupTable({ authority, payer, recentSlot });
  const all = [SYSVAR_INSTRUCTIONS_PUBKEY, ...addresses];
  const extend = (from: number) =>
    AddressLookupTableProgram.extendLookupTable({
      ...{ lookupTable: key, authority, payer },
      addresses: all.slice(from, from + 25),
    });
  await send([create, extend(0)]);
  for (let from = 25; from < all.length; from += 25) await send([extend(from)]);
  await chain.advance();
  const account = await chain.getAccount(key);
  if (account === null) throw new Error('no lookup table');
  return new AddressLookupTableAccount({ key, state: AddressLookupTableAccount.deserialize(account.data) });
}
