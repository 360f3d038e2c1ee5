import type { FastifyRequest } from 'fastify';
import type { AgentDirectory } from '../agents/directory.js';
import type { AuditLog } from '../audit/log.js';
import type { SignIn } from '../auth/sign-in.js';
import type { Caller, Tokens } from '../auth/tokens.js';
import type { Metrics } from '../metrics.js';
import type { PaidCalls } from '../paid/calls.js';
import type { Preflight } from '../policy/preflight.js';
import type { Rooms } from '../sessions/rooms.js';
import type { RateLimits } from './limits.js';

/** What routes work with. */
export interface Context {
  signIn: SignIn;
  tokens: Tokens;
  limits: RateLimits;
  audit: AuditLog;
  rooms: Rooms;
  preflight: Preflight;
  calls: PaidCalls;
  directory: AgentDirectory;
  metrics: Metrics;
  /** Whether the chain answers. */
  chainIsUp(): Promise<boolean>;
  /** The wallet whose token came with a request. @throws Refused 401 */
  requireCaller(request: FastifyRequest): Promise<Caller>;
  /** The same, or null where no token came. @throws Refused 401 for one that is not good */
  callerOf(request: FastifyRequest): Promise<Caller | null>;
}
