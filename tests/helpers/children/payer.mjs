// The payer in a process of its own, to be killed: works through documents, one call each.
import { PublicKey } from '@solana/web3.js';
import { PaidClient } from '../../../sdk/dist/payer/paid-client.js';
import { PayerStore } from '../../../sdk/dist/store/payer-store.js';
import { PayerChannel } from '../../../sdk/dist/voucher/payer.js';
import { createMessageSigner } from '../../../sdk/dist/voucher/sign.js';
import { caip2Network } from '../../../sdk/dist/x402/headers.js';
import { chain, instructions } from './chain-client.mjs';

const { path, url, secretKey, terms, price, genesisHash, channel, documents, resend } = await instructions();
const store = await PayerStore.open(path);
const payer = new PayerChannel(store, createMessageSigner(secretKey), terms, () =>
  Math.floor(Date.now() / 1000),
);
const client = new PaidClient({
  url,
  channel: new PublicKey(channel),
  payer,
  network: caip2Network(genesisHash),
  price,
  now: () => chain.unixTime(),
});
process.send({ opened: payer.state().calls });
// a payer may still have its request, or have lost it
if (!resend) await client.recover();
while (payer.state().calls < documents.length) {
  const { receipt } = await client.call(documents[payer.state().calls]).catch((error) => {
    process.send({ failure: `${error.name}: ${error.message}` });
    return { receipt: null };
  });
  process.send({ answered: receipt?.callNumber });
}
process.send({ done: true });
