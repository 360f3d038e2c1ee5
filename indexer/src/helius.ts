import { clusterName } from '@agent-labs/sdk';
import { createHelius } from 'helius-sdk';

export interface WebhookRegistration {
  apiKey: string;
  /** where Helius delivers to */
  webhookUrl: string;
  /** comes back in the Authorization header */
  webhookSecret: string;
  /** base58 */
  programs: string[];
  /** 32 bytes */
  genesisHash: Uint8Array;
}

interface WebhookParams {
  webhookURL: string;
  webhookType: string;
  transactionTypes: string[];
  accountAddresses: string[];
  txnStatus: string;
  authHeader: string;
}

/** What registering needs of the service. */
export interface WebhookService {
  getAll(): Promise<{ webhookID: string; webhookURL: string }[]>;
  create(webhook: WebhookParams): Promise<unknown>;
  update(id: string, webhook: WebhookParams): Promise<unknown>;
  toggle(id: string, active: boolean): Promise<unknown>;
}

/**
 * Has Helius deliver every transaction of the programs, failed ones too. The webhook with this address is brought
 * up to date and switched on again, so that a start never makes a second one.
 * @throws what the service answers
 */
export async function registerWebhook(
  { apiKey, webhookUrl, webhookSecret, programs, genesisHash }: WebhookRegistration,
  service: WebhookService = createHelius({ apiKey }).webhooks,
): Promise<void> {
  const isDevnet = clusterName(genesisHash) === 'devnet';
  const webhook: WebhookParams = {
    webhookURL: webhookUrl,
    webhookType: isDevnet ? 'rawDevnet' : 'raw',
    transactionTypes: ['ANY'],
    accountAddresses: programs,
    txnStatus: 'all',
    authHeader: webhookSecret,
  };
  const known = (await service.getAll()).find(({ webhookURL }) => webhookURL === webhookUrl);
  if (known === undefined) {
    await service.create(webhook);
    return;
  }
  await service.update(known.webhookID, webhook);
  await service.toggle(known.webhookID, true);
}
