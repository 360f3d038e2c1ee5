import assert from 'node:assert/strict';
import {
  channelOpen,
  channelSettleSet,
  createMessageSigner,
  decodeChannel,
  ensureLookupTable,
  mandateOpen,
  type SetChannel,
  signVoucherSet,
} from '@agent-labs/sdk';
import { ComputeBudgetProgram, Keypair, type PublicKey, SYSVAR_INSTRUCTIONS_PUBKEY } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { NOW, type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

/** Channels that one signature settles in one v0 transaction with a lookup table and a priority fee. */
const CHANNELS = 55;

/** What voucher sets cost. @returns lamports of a transaction that settles one */
export async function measureSets(
  fixture: RegistryFixture,
  { mint, agent }: { mint: PublicKey; agent: PublicKey },
  note: Note,
): Promise<bigint> {
  const { chain, feePayer } = fixture;
  const [payer, session] = ['bench set payer', 'bench set session'].map((name) =>
    Keypair.fromSeed(Buffer.alloc(32, name)),
  ) as [Keypair, Keypair];
  const channels = await openChannels(fixture, mint, agent, payer, session);
  const signer = createMessageSigner(session.secretKey);
  const tags = await Promise.all(
    channels.map(async (at) =>
      Uint8Array.from(decodeChannel((await chain.getAccount(at))?.data ?? fail()).tag),
    ),
  );
  const settle = (count: number, calls: number) => {
    const some = channels.slice(0, count).map(
      (_, at): SetChannel => ({
        tag: tags[at] ?? fail(),
        cumulative: BigInt(1_000 * calls),
        calls,
        transcript: new Uint8Array(32).fill(at),
      }),
    );
    const signed = signVoucherSet(signer, some, Number(NOW) + 700);
    return channelSettleSet(fixture.deployment, { channels: channels.slice(0, count), ...signed });
  };

  const table = await ensureLookupTable(
    chain,
    feePayer,
    [SYSVAR_INSTRUCTIONS_PUBKEY, ...channels],
    undefined,
    {
      wait: () => chain.advance({ slots: 1 }),
    },
  );
  const rent = (await chain.getAccount(table.key))?.lamports ?? fail();
  const options = { payer: feePayer, lookupTables: [table] };
  const two = await chain.send(settle(2, 1), options);
  const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1_000 });
  const all = await chain.send([price, ...settle(CHANNELS, 2)], { ...options, computeUnitLimit: 20_000 });
  // of what the second used, the compute budget's two instructions took 150 each
  const further = (all.computeUnits - 300n - two.computeUnits) / BigInt(CHANNELS - 2);
  note('channel_settle_set, two channels', two.computeUnits, 'CU', null);
  note('channel_settle_set, each further channel', further, 'CU', 250);
  note('channels settled by one signature in one v0 transaction', CHANNELS, 'channels', CHANNELS);
  note('that transaction, with a lookup table, a priority fee and a limit', all.size, 'bytes', 1_232);
  note('rent of that lookup table, recoverable', rent, 'lamports', null);
  return two.fee;
}

async function openChannels(
  { chain, deployment, send }: RegistryFixture,
  mint: PublicKey,
  agent: PublicKey,
  payer: Keypair,
  session: Keypair,
): Promise<PublicKey[]> {
  await chain.airdrop(payer.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
  const opened = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 1n,
    sessionKey: session.publicKey,
    perCallMax: 1_000n,
    dailyCap: 500_000n,
    totalCap: 900_000n,
    expiresAt: NOW + 900n,
    deposit: 500_000n,
  });
  await send(opened.instruction, payer);
  const channels: PublicKey[] = [];
  for (let n = 0; n < CHANNELS; n += 1) {
    const { instruction, channel } = await channelOpen(deployment, {
      ...{ authority: session.publicKey, rentPayer: payer.publicKey, mandate: opened.mandate, agent },
      ...{ versionNumber: 1, n, amount: 5_000n, expiresAt: NOW + 800n },
    });
    await send(instruction, session, payer);
    channels.push(channel);
  }
  return channels;
}

const fail = () => assert.fail('no such account');
