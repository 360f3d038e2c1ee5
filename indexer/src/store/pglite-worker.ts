import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { Answer, Asked } from './pglite-messages.js';

// PGlite computes in the thread it is called on: here, so that the process goes on reading its sockets
const port = parentPort;
if (port === null) throw new Error('this file is a worker');

const { directory } = workerData as { directory: string | undefined };
const pglite = await PGlite.create({
  ...(directory !== undefined && { dataDir: directory }),
  parsers: { [types.INT8]: Number },
});

const answer = (message: Answer) => port.postMessage(message);

async function run({ work, sql, parameters }: Asked): Promise<unknown[]> {
  switch (work) {
    case 'query':
      return (await pglite.query(sql, parameters)).rows;
    case 'script':
      await pglite.exec(sql);
      return [];
    case 'close':
      await pglite.close();
      return [];
  }
}

port.on('message', (asked: Asked) => {
  run(asked).then(
    (rows) => answer({ id: asked.id, rows }),
    // a clone of an error loses what the database says of it: `code` and the like
    (error: Error) => answer({ id: asked.id, error: { ...error, name: error.name, message: error.message } }),
  );
});
answer({ id: 0, rows: [] });
