import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AgentStore,
  type ChannelId,
  channelClose,
  channelId,
  createMessageSigner,
  feesSweep,
  PayerChannel,
  PayerStore,
  Settler,
  StoreBehindChain,
} from '@agent-labs/sdk';
import { type EscrowFixture, escrowFixture, PURSE, tokenBalance } from '../fixtures/escrow';
import { startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { endChannel, endMandate, LONG_AFTER } from './stories';

const KILLS = 6;
/** Base units a call: so small that no child ends its allotment. */
const PRICE = 1;

/** Payer and agent in a process of their own, and their stores. */
class Software {
  readonly directory = mkdtempSync(join(tmpdir(), 'agent-labs-'));
  readonly id: ChannelId;

  constructor(
    private readonly fixture: EscrowFixture,
    private readonly generation: bigint,
    private readonly now: bigint,
  ) {
    const { channel, deployment } = fixture;
    const { escrow, genesisHash } = deployment;
    this.id = channelId(genesisHash, escrow.toBytes(), channel.toBytes(), generation);
  }

  /** Runs both until they are killed at a moment that nobody chose. @returns what they told before */
  async killed(): Promise<string[]> {
    const { agentKey, channel, deployment, session } = this.fixture;
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const told = {
      session: hex(session.secretKey.slice(0, 32)),
      agentKey: hex(agentKey.secretKey.slice(0, 32)),
      genesis: hex(deployment.genesisHash),
      escrow: hex(deployment.escrow.toBytes()),
      channel: hex(channel.toBytes()),
      generation: this.generation.toString(),
      price: PRICE,
      allotted: '200000',
      now: Number(this.now),
      expires: Number(this.now) + 700,
    };
    const script = join(__dirname, 'children/pay.mjs');
    const child = spawn(process.execPath, [script, this.directory, JSON.stringify(told)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    const ended = once(child, 'close');
    while (!output.includes('completed')) await Promise.race([once(child.stdout, 'data'), ended]);
    await sleep(Math.random() * 40);
    child.kill('SIGKILL');
    await ended;
    // the last line may have been cut
    return output.split('\n').slice(0, -1);
  }

  /** The payer's software as it starts again: what it has on disk, and what the chain says. */
  async payer(store: PayerStore): Promise<PayerChannel> {
    const { agentKey, session } = this.fixture;
    const { allotted, calls, expiresAt, perCallMax, returned, settled } = await this.fixture.readChannel();
    return new PayerChannel(
      store,
      createMessageSigner(session.secretKey),
      {
        id: this.id,
        agentKey: agentKey.publicKey.toBytes(),
        ...{ allotted, expiresAt, perCallMax, returned, settled: { calls, cumulative: settled } },
      },
      () => this.now,
    );
  }

  /** The agent's software as it starts again settles what it has. */
  async settle(): Promise<void> {
    const { chain, deployment, feePayer } = this.fixture;
    const store = await AgentStore.open(join(this.directory, 'agent'));
    const { failures } = await new Settler({ chain, deployment, store, feePayer }).run();
    assert.deepEqual(failures, []);
    await store.close();
  }

  discard(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

describe('flow: the processes of payer and agent die', () => {
  let fixture: EscrowFixture;
  let software: Software;
  beforeEach(async () => {
    const chain = await startProgramChain('litesvm');
    const windows = { ...TEST_WINDOWS, lease: 1_000_000n };
    fixture = await escrowFixture(chain, { settings: { windows }, mandate: { perCallMax: 10_000n } });
    software = new Software(fixture, (await fixture.readChannel()).generation, await chain.unixTime());
  });
  afterEach(() => software.discard());

  /** Everything out, by whoever still can; the payer has paid `spent`, in all. */
  const end = async (spent: bigint) => {
    const { chain, channelRef, deployment, mandateRef, payer, payerTokens, send, treasury } = fixture;
    await send(await channelClose(deployment, channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: LONG_AFTER, slots: 1 });
    await endChannel(fixture);
    await send(await feesSweep(deployment, mandateRef, treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - spent);
  };

  it(`${KILLS} times at any moment: no call is paid twice, none that was answered is lost`, async () => {
    const vouchers = new Map<string, string>();
    let [prepared, accepted] = [0, 0];
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const line of await software.killed()) {
        const [word, number = '', voucher] = line.split(' ');
        if (word === 'accepted') accepted = Math.max(accepted, Number(number));
        if (voucher === undefined) continue;
        prepared = Math.max(prepared, Number(number));
        assert.equal(vouchers.get(number) ?? voucher, voucher, `call ${number} was signed twice`);
        vouchers.set(number, voucher);
      }
      await software.settle();
      const { calls, settled } = await fixture.readChannel();
      assert.ok(calls >= accepted, `${calls} of ${accepted} answered calls were settled`);
      assert.equal(settled, BigInt(calls * PRICE));

      // the payer takes up what it has signed, and the chain does not contradict it
      const store = await PayerStore.open(join(software.directory, 'payer'));
      const payer = await software.payer(store);
      const { highestSigned } = payer.state();
      assert.ok(highestSigned.calls >= prepared && highestSigned.calls >= calls);
      assert.ok(highestSigned.calls - calls <= 1, 'one call at most is not settled');
      await store.close();
    }
    const { calls, settled } = await fixture.readChannel();
    assert.ok(calls > KILLS);
    await end(settled);
  }).timeout(120_000);

  it('the payer’s disk is lost: nothing more is signed, and the rest comes back from the chain', async () => {
    await software.killed();
    await software.settle();
    const { settled } = await fixture.readChannel();
    const empty = await PayerStore.open(join(software.directory, 'another'));
    await assert.rejects(software.payer(empty), StoreBehindChain);
    await empty.close();
    await end(settled);
  }).timeout(60_000);

  it('the agent’s disk is lost: it is paid what it settled before, and the payer keeps the rest', async () => {
    await software.killed();
    await software.settle();
    const { settled: before } = await fixture.readChannel();
    await software.killed();
    rmSync(join(software.directory, 'agent'), { recursive: true, force: true });
    await software.settle();
    assert.equal((await fixture.readChannel()).settled, before);
    await end(before);
  }).timeout(60_000);
});
