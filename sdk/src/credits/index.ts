export { CrossmintCreditIssuer, type CrossmintCreditIssuerOptions } from './crossmint.js';
export type { CrossmintHttpOptions } from './crossmint-http.js';
export {
  CrossmintWebhook,
  type CrossmintWebhookOptions,
  readSvixWebhook,
  type WebhookHeaders,
  type WebhookOutcome,
  WebhookRefused,
} from './crossmint-webhook.js';
export { LocalCreditIssuer, type LocalCreditIssuerOptions } from './local.js';
