import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import {
  agentRegister,
  agentSetStatus,
  channelOpen,
  channelRearm,
  decodeMandate,
  ensureStake,
  escrowIdl,
  mandateOpen,
  UNCAPPED,
  versionPublish,
} from '@agent-labs/sdk';
import {
  Connection,
  Keypair,
  type PublicKey,
  Transaction,
  type TransactionInstruction,
} from '@solana/web3.js';

const PRICE = 1_000n;
const AT_ONCE = 100;
/** Milliseconds until all are confirmed, however slow the machine. */
const PATIENCE = 60_000;

describe('attack 75, invariant 16: a hundred allotments at once, over JSON-RPC', () => {
  let localnet: Localnet;
  let connection: Connection;
  let agent: PublicKey;
  before(async () => {
    localnet = await startLocalnet();
    connection = new Connection(localnet.rpcUrl, 'confirmed');
    const { deployment, node, personas } = localnet;
    const { owner } = personas;
    const registered = await agentRegister(deployment, {
      creator: owner.publicKey,
      handle: 'wanted',
      agentKey: Keypair.generate().publicKey,
      payoutOwner: owner.publicKey,
      holdback: 60n,
    });
    agent = registered.agent;
    const owned = { agent, owner: owner.publicKey };
    const published = await versionPublish(deployment, {
      ...owned,
      number: 1,
      semver: '1.0.0',
      manifestHash: new Uint8Array(32).fill(7),
      uri: 'http://127.0.0.1/manifest.json',
      price: PRICE,
      priceMint: personas.mint.publicKey,
    });
    const active = await agentSetStatus(deployment, { ...owned, status: 'Active' });
    await node.send([registered.instruction, published.instruction, active.instruction], { payer: owner });
    await ensureStake(node, deployment, { owner, agent });
  });
  after(() => localnet.stop());

  interface Budget {
    mandate: PublicKey;
    session: Keypair;
    expiresAt: bigint;
  }
  const budget = async (id: bigint, caps: { dailyCap: bigint; totalCap: bigint }): Promise<Budget> => {
    const { deployment, node, personas } = localnet;
    const [session, expiresAt] = [Keypair.generate(), (await node.unixTime()) + 50_000n];
    const { instruction, mandate } = await mandateOpen(deployment, {
      payer: personas.payer.publicKey,
      mint: personas.mint.publicKey,
      id,
      sessionKey: session.publicKey,
      perCallMax: PRICE,
      expiresAt,
      deposit: 1_000_000n,
      ...caps,
    });
    await node.send([instruction], { payer: personas.payer });
    return { mandate, session, expiresAt };
  };
  const opening = ({ mandate, session, expiresAt }: Budget, n: number) =>
    channelOpen(localnet.deployment, {
      authority: session.publicKey,
      rentPayer: localnet.personas.payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n,
      amount: PRICE,
      expiresAt,
    });

  /** Sends all at once, without a simulation before; tells each one's error, null for none. */
  const race = async (
    instructions: TransactionInstruction[],
    session: Keypair,
  ): Promise<(number | null)[]> => {
    const { payer } = localnet.personas;
    const { blockhash } = await connection.getLatestBlockhash();
    const signatures = await Promise.all(
      instructions.map((instruction) => {
        const transaction = new Transaction({ feePayer: payer.publicKey, recentBlockhash: blockhash });
        transaction.add(instruction).sign(payer, session);
        return connection.sendRawTransaction(transaction.serialize(), { skipPreflight: true });
      }),
    );
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const { value } = await connection.getSignatureStatuses(signatures);
      if (value.every((status) => status !== null)) return value.map((status) => codeOf(status?.err));
      assert.ok(Date.now() < deadline, 'not all were confirmed in time');
    }
  };
  const codeOf = (error: unknown): number | null => {
    if (error === null || error === undefined) return null;
    const [, reason] = (error as { InstructionError: [number, { Custom: number }] }).InstructionError;
    return reason.Custom;
  };
  const read = async ({ mandate }: Budget) => {
    const state = await localnet.node.getAccount(mandate);
    assert.ok(state);
    return decodeMandate(state.data);
  };
  const numberOf = (name: string) => escrowIdl.errors.find((error) => (error.name as string) === name)?.code;

  it('opens just as many channels as the daily cap holds', async () => {
    const on = await budget(1n, { dailyCap: 37n * PRICE, totalCap: UNCAPPED });
    const opens = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => opening(on, n)));
    const outcomes = await race(
      opens.map(({ instruction }) => instruction),
      on.session,
    );
    assert.equal(outcomes.filter((code) => code === null).length, 37);
    const refused = new Set(outcomes.filter((code) => code !== null));
    assert.deepEqual([...refused], [numberOf('DailyCapExceeded')]);
    const { allotted, channels, dayCharged, free } = await read(on);
    assert.deepEqual([allotted, channels, dayCharged, free], [37n * PRICE, 37, 37n * PRICE, 963_000n]);
    for (const [at, { channel }] of opens.entries()) {
      assert.equal((await localnet.node.getAccount(channel)) !== null, outcomes[at] === null);
    }
  });

  it('opens and re-arms no more than the cap holds, whoever is first', async () => {
    const on = await budget(2n, { dailyCap: 30n * PRICE, totalCap: UNCAPPED });
    const first = await opening(on, 200);
    await localnet.node.send([first.instruction], { payer: localnet.personas.payer, signers: [on.session] });
    const ref = { channel: first.channel, mandate: on.mandate, agent, versionNumber: 1 };
    const mixed = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, n) => {
        if (n % 2 === 0) return (await opening(on, n)).instruction;
        // each another amount, for another signature
        const amount = PRICE + BigInt(n);
        return channelRearm(localnet.deployment, ref, on.session.publicKey, amount, on.expiresAt);
      }),
    );
    const outcomes = await race(mixed, on.session);
    const done = outcomes.map((code, n) => (code === null ? PRICE + BigInt(n % 2 === 0 ? 0 : n) : 0n));
    const charged = done.reduce((sum, amount) => sum + amount, PRICE);
    const { allotted, totalCharged } = await read(on);
    assert.deepEqual([allotted, totalCharged], [charged, charged]);
    assert.ok(charged <= 30n * PRICE && charged > 28n * PRICE, String(charged));
    assert.deepEqual([...new Set(outcomes.filter((code) => code !== null))], [numberOf('DailyCapExceeded')]);
  });
});
