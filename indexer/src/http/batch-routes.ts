import { BatchFileInvalid, isGranted } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Promised, RecipientLists } from '../batches/lists.js';
import { type ScheduleRow, scheduleOf } from '../project/schedules.js';
import { Refused } from '../refused.js';
import type { Row } from '../store/database.js';
import { BATCH_STATES, BATCHES, batchView, claimView, LEAVES, leafView } from './batch-views.js';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { changesOf, changeView } from './steps.js';
import { pageView, view } from './views.js';
import { Wheres } from './wheres.js';

/** Bytes of a list: 65,536 recipients with schedules. */
const LARGEST_LIST = 24 * 1024 * 1024;

const params = z.object({ address });
type Batch = z.infer<typeof batchView>;
type Leaf = z.infer<typeof leafView>;

const provenView = leafView.extend({
  proof: z.array(z.string()).meta({ description: 'siblings from the leaf up, hex' }),
});

/** Batches, what was claimed of them, and the lists of their recipients. */
export function batchRoutes(
  app: IndexerServer,
  { database, now, requireTrust }: ReadContext,
  lists: RecipientLists,
): void {
  const batchAt = async (at: string): Promise<Promised> => {
    const batch = await lists.batchAt(at);
    if (batch === null) throw unknown('batch', at);
    return batch;
  };
  app.get(
    '/v1/batches',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Batches, the latest first.',
        querystring: paging.extend({
          creator: address.optional(),
          mint: address.optional(),
          state: z.enum(BATCH_STATES).optional(),
        }),
        response: { 200: pageView(batchView), ...errorAnswers },
      },
    },
    async (request) => {
      const { limit, cursor, ...asked } = request.query;
      const wheres = new Wheres([now()]).equal(asked);
      const select = `SELECT * FROM (${BATCHES}) AS all_batches${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'address'] },
        { limit, cursor },
      );
      return { items: rows.map(view) as Batch[], next };
    },
  );
  app.get(
    '/v1/batches/:address',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'The batch as it was last made at this address, what happened to it, and its earlier generations.',
        params,
        response: {
          200: batchView.extend({ changes: z.array(changeView), earlier: z.array(batchView) }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [latest, ...earlier] = await database.query(
        `${BATCHES} WHERE b.address = $2 ORDER BY b.generation DESC LIMIT 100`,
        [now(), at],
      );
      if (latest === undefined) throw unknown('batch', at);
      return {
        ...(view(latest) as Batch),
        changes: await changesOf(database, ['batch', at], 'batchCreated'),
        earlier: earlier.map(view) as Batch[],
      };
    },
  );
  app.get(
    '/v1/batches/:address/claims',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Leaves that were claimed of the batch as it was last made, the highest number first.',
        params,
        querystring: paging.extend({ recipient: address.optional() }),
        response: { 200: pageView(claimView), ...errorAnswers },
      },
    },
    async (request) => {
      const { recipient, ...page } = request.query;
      const wheres = new Wheres()
        .add(
          request.params.address,
          (at) => `batch = ${at} AND generation =
          (SELECT max(generation) FROM batches WHERE address = ${at})`,
        )
        .equal({ recipient });
      const select = `SELECT * FROM batch_claims${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(database, { select, parameters, order: ['index', 'claim'] }, page);
      return { items: rows.map(view) as z.infer<typeof claimView>[], next };
    },
  );
  app.get(
    '/v1/batches/:address/leaves',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'Leaves of the batch, each with the proof that claims it, the highest number first. 404 `ListMissing` until somebody has sent its list.',
        params,
        querystring: paging.extend({ recipient: address.optional() }),
        response: { 200: pageView(provenView), ...errorAnswers },
      },
    },
    async (request) => {
      const { recipient, ...page } = request.query;
      const batch = await batchAt(request.params.address);
      if (!(await lists.isKept(batch))) {
        const message = `nobody has sent the list of recipients of ${batch.address} yet: POST it to recipients`;
        throw new Refused(404, 'ListMissing', message);
      }
      const wheres = new Wheres().equal({ batch: batch.address, recipient });
      const select = `SELECT * FROM (${LEAVES}) AS all_leaves${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(database, { select, parameters, order: ['index', 'batch'] }, page);
      const items = await Promise.all(rows.map((row) => proven(lists, batch, row)));
      return { items, next };
    },
  );
  app.get(
    '/v1/wallets/:address/batch-leaves',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'What the wallet has in batches whose lists are kept, claimed or not, the latest batch first.',
        params,
        querystring: paging.extend({
          claimed: z
            .enum(['true', 'false'])
            .transform((text) => text === 'true')
            .optional(),
        }),
        response: {
          200: pageView(leafView.extend({ mint: z.string(), funded: z.boolean(), claimUntil: unixTime })),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { claimed, ...page } = request.query;
      const wheres = new Wheres().equal({ recipient: request.params.address, claimed });
      const select = `SELECT *, batch || '/' || lpad(index::text, 10, '0') AS leaf
        FROM (${LEAVES}) AS all_leaves${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'leaf'] },
        page,
      );
      type Mine = Leaf & { mint: string; funded: boolean; claimUntil: number };
      return { items: rows.map(view) as Mine[], next };
    },
  );
  app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    // as text: it is read where it is checked, and not in this thread
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_: unknown, body: string) => body,
    );
    scope.post(
      '/v1/batches/:address/recipients',
      {
        bodyLimit: LARGEST_LIST,
        onRequest: async (request) => {
          await requireTrust();
          // before the body is read: only of a batch whose list is not there
          const asked = params.safeParse(request.params);
          if (!asked.success)
            throw new Refused(400, 'BadRequest', 'address: must be a base58 address of 32 bytes');
          const batch = await batchAt(asked.data.address);
          if (await lists.isKept(batch)) {
            throw new Refused(409, 'ListKept', `the list of recipients of ${batch.address} is here already`);
          }
          lists.requireFree();
        },
        schema: {
          description:
            'The list of a batch’s recipients, as its creator wrote it. It is kept if the root on the chain can be made again from it. 409 `ListKept`, 413 `TooLarge`, 422 `ListInvalid`, 503 `ListsBusy`.',
          params,
          body: z.string().meta({ description: 'the file' }),
          response: {
            200: z.object({ batch: z.string(), root: z.string(), leaves: z.int() }),
            ...errorAnswers,
          },
        },
      },
      async (request) => {
        const batch = await batchAt(request.params.address);
        const leaves = await lists.keep(batch, request.body);
        return { batch: batch.address, root: batch.root, leaves };
      },
    );
  });
}

/** A leaf with its proof. @throws Error where it is none: what does not lead to the root here leads there nowhere */
async function proven(lists: RecipientLists, batch: Promised, row: Row): Promise<z.infer<typeof provenView>> {
  const leaf = view(row) as Leaf;
  const proof = await lists.proofOf(batch, leaf.index);
  const bytes = (text: string) => Buffer.from(text, 'hex');
  const told = {
    index: leaf.index,
    recipient: new PublicKey(leaf.recipient),
    amount: BigInt(leaf.amount),
    schedule: scheduleOf(row.schedule as ScheduleRow),
  };
  const leads = isGranted(bytes(batch.root), new PublicKey(batch.address), told, proof.map(bytes));
  if (!leads) throw new BatchFileInvalid(`leaf ${leaf.index} of ${batch.address} does not lead to its root`);
  return { ...leaf, proof };
}
