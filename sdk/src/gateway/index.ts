export { GatewayClient, type GatewayOptions, type MessageWallet } from './client.js';
export {
  CoralIntegration,
  type ReputationDelta,
  type ReputationOptions,
  ReputationUnavailable,
  type SendMessage,
} from './coral.js';
export { GatewayRefused, GatewaySilent, SignInMismatch } from './errors.js';
export { type EventStreamOptions, sessionEvents } from './events.js';
export { signInText } from './sign-in.js';
export type * from './types.js';
