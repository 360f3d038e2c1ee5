import type { IndexerServer } from '../http/server.js';
import { type DasContext, dasMethods } from './methods.js';
import { receiptRoutes } from './receipt-routes.js';
import { rpcRoutes } from './rpc-routes.js';

export { type GapOptions, TreeGaps } from './gaps.js';
export type { DasOptions } from './methods.js';

/** Everything that is asked about receipts over HTTP. */
export function dasRoutes(app: IndexerServer, context: DasContext): void {
  rpcRoutes(app, dasMethods(context), context.requireTrust);
  receiptRoutes(app, context);
}
