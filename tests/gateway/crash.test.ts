import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallUnanswered, caip2Network, PaidClient, PayerStore } from '@agent-labs/sdk';
import { assertAgreed, documentOf } from '../helpers/agreement';
import { type Child, Nursery, plainDeployment } from '../helpers/child';
import { openPaidChannel, PRICE } from '../helpers/paid-agent';
import { GatewayFixture } from './support';

const KILLS = 25;
const VERIFY = join(__dirname, '../../gateway/dist/audit/verify.js');

describe('gateway: killed at any moment', () => {
  it(`loses no call in ${KILLS} kills, has none paid twice, and counts each once`, async () => {
    const fixture = await GatewayFixture.start();
    const { listed, directory } = fixture;
    const { chain, deployment } = listed;
    const paid = await openPaidChannel(listed, { amount: 50_000n * PRICE, versionNumber: 2 });
    const store = await PayerStore.open(join(listed.directory, 'gateway-payer'));
    const payer = await paid.payer(store);
    const { token } = await fixture.member();
    const { body: session } = await fixture.call('POST', '/v1/sessions', {
      token,
      body: { name: 'killed', policy: { maximum: (50_000n * PRICE).toString() } },
    });
    await fixture.gateway.stop();

    const nursery = new Nursery('gateway.mjs', chain, 2);
    const start = { deployment: plainDeployment(deployment), dataDirectory: directory };
    let url = 'http://127.0.0.1:1';
    let killing = true;
    const answered: number[] = [];
    const paying = (async () => {
      while (killing || payer.pending() !== null) {
        const client = new PaidClient({
          url: `${url}/v1/agents/${listed.agent.toBase58()}`,
          channel: paid.channel,
          payer,
          network: caip2Network(deployment.genesisHash),
          price: PRICE,
          now: () => chain.unixTime(),
          retries: 1,
          headers: async () => ({ authorization: `Bearer ${token}`, 'x-agent-labs-session': session.id }),
        });
        try {
          const { receipt } = await client.call(documentOf(payer.state().calls + 1));
          answered.push(receipt.callNumber);
        } catch (error) {
          assert.ok(error instanceof CallUnanswered, String(error));
          await sleep(5);
        }
      }
    })();
    const startNext = async (): Promise<Child> => {
      const child = nursery.next();
      await child.start(start);
      return child;
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = await startNext();
      // some are killed while they open their files, most in the middle of a call
      if (kill % 5 === 4) await sleep(Math.random() * 80);
      else {
        url = (await child.until((said) => said.url !== undefined)).url ?? '';
        const enough = answered.length + Math.floor(Math.random() * 4);
        while (answered.length < enough) await sleep(1);
        await sleep(Math.random() * 40);
      }
      await child.kill();
    }
    const last = await startNext();
    url = (await last.until((said) => said.url !== undefined)).url ?? '';
    killing = false;
    await paying;
    await last.kill();
    await nursery.end();
    await listed.stop();

    const calls = await assertAgreed(listed, paid, store, join(listed.directory, 'agent'), 2);
    assert.deepEqual(
      answered,
      Array.from({ length: calls }, (_, at) => at + 1),
      'each call was answered once',
    );
    assert.ok(calls >= KILLS / 2, `${calls} calls`);
    await store.close();
    // what the session has spent is what was paid
    await fixture.restart();
    const { body } = await fixture.call('GET', `/v1/sessions/${session.id}`, { token });
    assert.equal(BigInt(body.used), BigInt(calls) * PRICE);
    await fixture.gateway.stop();
    const verified = spawnSync(process.execPath, [VERIFY, join(directory, 'audit.jsonl')], {
      encoding: 'utf8',
    });
    assert.equal(verified.status, 0, verified.stderr);
  }).timeout(300_000);

  it(`a payer that is killed ${KILLS} times loses no answer, and pays once for each`, async () => {
    const fixture = await GatewayFixture.start();
    const { listed } = fixture;
    const { chain, deployment } = listed;
    const paid = await openPaidChannel(listed, { amount: 50_000n * PRICE, versionNumber: 2 });
    const path = join(listed.directory, 'killed-payer');
    const { perCallMax, allotted, returned, expiresAt } = await paid.account();
    const start = {
      path,
      url: fixture.agentUrl,
      secretKey: paid.session.secretKey,
      terms: {
        id: paid.id,
        agentKey: listed.agentKey.publicKey.toBytes(),
        perCallMax,
        allotted,
        returned,
        expiresAt,
      },
      price: PRICE,
      genesisHash: deployment.genesisHash,
      channel: paid.channel.toBytes(),
      documents: Array.from({ length: 5_000 }, (_, at) => documentOf(at + 1)),
    };
    const nursery = new Nursery('payer.mjs', chain, 2);
    const failures: string[] = [];
    let calls = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = nursery.next();
      // every other one has lost its request, and asks what became of it
      await child.start({ ...start, resend: kill % 2 === 0 });
      const { opened } = await child.until((said) => said.opened !== undefined);
      assert.ok((opened ?? 0) >= calls, 'what was answered stays answered');
      const enough = Math.floor(Math.random() * 4);
      while (child.said.filter(({ answered }) => answered !== undefined).length < enough) await sleep(1);
      await sleep(Math.random() * 40);
      await child.kill();
      calls = Math.max(calls, ...child.said.flatMap(({ answered }) => answered ?? []));
      failures.push(...child.said.flatMap(({ failure }) => failure ?? []));
    }
    const before = await PayerStore.open(path);
    const total = before.state(paid.id).calls + 2;
    await before.close();
    const child = nursery.next();
    await child.start({ ...start, documents: start.documents.slice(0, total), resend: true });
    await child.until(({ done }) => done === true);
    await child.kill();
    await nursery.end();
    await fixture.stop();
    assert.deepEqual([failures, listed.running.errors], [[], []]);
    const store = await PayerStore.open(path);
    assert.equal(await assertAgreed(listed, paid, store, join(listed.directory, 'agent'), 2), total);
    await store.close();
  }).timeout(300_000);
});
