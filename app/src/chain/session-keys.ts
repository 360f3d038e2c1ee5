import { Keypair } from '@solana/web3.js';

const DATABASE = 'agent-labs-session-keys';
const STORE = 'keys';

/**
 * Session keys of mandates, kept in this browser: they sign vouchers within the limits of their mandate and
 * can do nothing else. Clearing the site's data loses them; the wallet then rotates the key.
 */
export async function sessionKeyOf(publicKey: string): Promise<Keypair | null> {
  const found = await run<{ secretKey: Uint8Array } | undefined>('readonly', (store) => store.get(publicKey));
  return found === undefined ? null : Keypair.fromSecretKey(found.secretKey);
}

export async function hasSessionKey(publicKey: string): Promise<boolean> {
  return (await sessionKeyOf(publicKey)) !== null;
}

/** Makes a key and keeps it before anything is signed with it. */
export async function newSessionKey(): Promise<Keypair> {
  const key = Keypair.generate();
  await run('readwrite', (store) => store.put({ secretKey: key.secretKey }, key.publicKey.toBase58()));
  return key;
}

/** The browser keeps nothing here: a private window, or a full disk. Nothing was signed. */
export class KeysNotKept extends Error {
  override readonly name = 'KeysNotKept';
}

function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new KeysNotKept('This browser keeps no session keys. Nothing was signed.', { cause }));
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result as T);
      };
      transaction.onabort = () => fail(transaction.error);
    };
  });
}
