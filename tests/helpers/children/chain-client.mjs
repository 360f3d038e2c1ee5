// A chain that lives in the parent process, spoken to over IPC.
import { PublicKey } from '@solana/web3.js';
// all of the SDK would take twice as long to load
import { TransactionFailed } from '../../../sdk/dist/chain.js';

// nobody would end this process any more
process.on('disconnect', () => process.exit());

const waiting = new Map();
let calls = 0;

process.on('message', ({ reply, result, error }) => {
  const call = waiting.get(reply);
  if (call === undefined) return;
  waiting.delete(reply);
  if (error === undefined) call.resolve(result);
  else if (error.failed)
    call.reject(new TransactionFailed(error.message, error.code, error.instructionIndex, []));
  else call.reject(new Error(error.message));
});

function ask(method, ...parameters) {
  calls += 1;
  const id = calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    process.send({ ask: id, method, parameters });
  });
}

export const chain = {
  async getAccount(at) {
    const account = await ask('getAccount', at.toBytes());
    return account && { ...account, owner: new PublicKey(account.owner) };
  },
  unixTime: () => ask('unixTime'),
  slot: () => ask('slot'),
  send: (instructions, { payer }) =>
    ask(
      'send',
      instructions.map(({ programId, keys, data }) => ({
        programId: programId.toBytes(),
        keys: keys.map((meta) => ({ ...meta, pubkey: meta.pubkey.toBytes() })),
        data: new Uint8Array(data),
      })),
      payer.secretKey,
    ),
};

/** Says that all is loaded, and waits for what to do. */
export function instructions() {
  return new Promise((resolve) => {
    const listener = (message) => {
      if (message.start === undefined) return;
      process.off('message', listener);
      resolve(message.start);
    };
    process.on('message', listener);
    process.send({ loaded: true });
  });
}
