/** The browser keeps nothing here: a private window, or a full disk. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

/** What a person may keep in this browser, by name; each kind in a database of its own. */
export function browserStore<T>(database: string, what: string) {
  const run = <R>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<R> =>
    new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(new NotKept(`This browser keeps no ${what}.`, { cause }));
      const opening = indexedDB.open(database, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('all');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const opened = opening.result;
        const transaction = opened.transaction('all', mode);
        const request = work(transaction.objectStore('all'));
        transaction.oncomplete = () => {
          opened.close();
          resolve(request.result as R);
        };
        transaction.onabort = () => fail(transaction.error);
      };
    });
  return {
    get: (name: string) => run<T | undefined>('readonly', (store) => store.get(name)),
    put: (name: string, value: T) => run<unknown>('readwrite', (store) => store.put(value, name)),
  };
}
