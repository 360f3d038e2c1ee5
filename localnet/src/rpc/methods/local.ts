import type { LocalNode } from '../../node/node.js';
import type { WebhookOptions } from '../../webhooks.js';
import { invalidParams } from '../errors.js';
import { publicKey } from '../params.js';
import type { Methods } from './method.js';

/** What `localnet_info` says of a chain. */
export interface LocalnetInfo {
  /** base58 */
  genesisHash: string;
  registry: string;
  escrow: string;
  stake: string;
  reputation: string;
  consent: string;
  /** settlement token and stake token, of `tokenDecimals` decimals */
  mint: string;
  stakeMint: string;
  tokenDecimals: number;
  /** Path of the personas' generated keys; null where they are kept in memory. */
  keysFile: string | null;
}

/** What only a local chain has: its clock in the caller's hands, and where its people's keys are. */
export function localMethods(
  node: LocalNode,
  info: () => LocalnetInfo,
  deliverTo: (webhook: WebhookOptions) => Promise<void>,
): Methods {
  const clock = async () => ({ slot: node.height, unixTime: Number(await node.unixTime()) });
  return {
    localnet_info: () => info(),
    localnet_clock: clock,
    localnet_advance: async (params) => {
      const by = params.options(0);
      const [seconds, slots] = [by.whole('seconds'), by.whole('slots')];
      if (seconds === undefined && slots === undefined) throw invalidParams('give seconds or slots');
      await node.advance({
        ...(seconds !== undefined && { seconds }),
        ...(slots !== undefined && { slots }),
      });
      return clock();
    },
    localnet_setWebhook: async (params) => {
      const wish = params.options(0);
      const [url, authHeader] = [wish.text('url'), wish.text('authHeader')];
      if (url === undefined || !isLoopback(url)) {
        throw invalidParams('url must be http on this machine: http://127.0.0.1:PORT/…');
      }
      const accountAddresses = (wish.list('accountAddresses') ?? []).map((value) =>
        publicKey(value, 'an account address').toBase58(),
      );
      await deliverTo({ url, authHeader, accountAddresses });
      return { url, accountAddresses };
    },
    localnet_setUnixTime: async (params) => {
      await node.setUnixTime(BigInt(params.whole(0, 'the Unix time, seconds,')));
      return clock();
    },
  };
}

/** A page of any origin may call this chain: it must not make it send to other machines. */
function isLoopback(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
}
