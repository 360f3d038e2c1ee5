// What a page would do with the SDK: the bundle of the browser tests.
import {
  BrowserPayerStore,
  channelId,
  createMessageSigner,
  PayerChannel,
  responseProofMessage,
} from '@agent-labs/sdk';

export * from '@agent-labs/sdk';
export { PublicKey } from '@solana/web3.js';

/** Uses a store as a payer does, losing the page's memory twice, and tells the server what is left. */
export async function storeStory() {
  const told = await story().catch((error) => ({ error: String(error), stack: error.stack }));
  await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
}

const nameOf = (promise) =>
  promise.then(
    () => 'nothing',
    (error) => error.name,
  );

async function story() {
  const id = channelId(new Uint8Array(32), new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), 3n);
  const [session, agent] = [
    createMessageSigner(new Uint8Array(32).fill(5)),
    createMessageSigner(new Uint8Array(32).fill(6)),
  ];
  const terms = {
    id,
    agentKey: agent.publicKey,
    perCallMax: 10n,
    allotted: 100n,
    returned: 0n,
    expiresAt: 4_000_000_000n,
  };
  let store = await BrowserPayerStore.open('test');
  const second = await nameOf(BrowserPayerStore.open('test'));
  const channelOf = () => new PayerChannel(store, session, terms);
  for (const call of [1, 2]) {
    const requestHash = new Uint8Array(32).fill(call);
    const responseHash = new Uint8Array(32).fill(call + 10);
    const channel = channelOf();
    const { callNumber, cumulative } = await channel.prepare(requestHash, 10n, 3_000_000_000);
    const message = responseProofMessage({ tag: id.tag, callNumber, requestHash, responseHash, cumulative });
    await channel.complete(callNumber, responseHash, agent.sign(message));
  }
  await channelOf().prepare(new Uint8Array(32).fill(3), 10n, 3_000_000_000);
  const closing = store;
  await store.close();
  const afterClose = await nameOf(closing.abandoned(id, 3));
  store = await BrowserPayerStore.open('test');
  const state = store.state(id);
  const evidence = (await store.evidence(id)).map(({ callNumber }) => callNumber);
  const skipped = await nameOf(store.completed(id, 9, new Uint8Array(32), new Uint8Array(64)));
  await store.forget(id);
  await store.close();
  store = await BrowserPayerStore.open('test');
  const forgotten = await nameOf(
    store.prepared(id, {
      callNumber: 1,
      voucher: new Uint8Array(64),
      signature: new Uint8Array(64),
      requestHash: new Uint8Array(32),
    }),
  );
  const { calls, pending } = state;
  return { calls, pending: pending?.callNumber, evidence, second, skipped, afterClose, forgotten };
}
