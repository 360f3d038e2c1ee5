export { GatewayClient, type GatewayOptions, type MessageWallet, signInText } from './client.js';
export {
  CoralIntegration,
  type ReputationDelta,
  type ReputationOptions,
  ReputationUnavailable,
  type SendMessage,
} from './coral.js';
export { GatewayRefused, GatewaySilent } from './errors.js';
export { type EventStreamOptions, sessionEvents } from './events.js';
export type * from './types.js';
