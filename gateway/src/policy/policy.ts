import { z } from 'zod';
import { consentTerms } from './grants.js';

/** Base units as a decimal string. */
export const amountText = z
  .string()
  .regex(/^(0|[1-9]\d{0,19})$/, 'must be a whole number of base units, as a string')
  .refine((text) => BigInt(text) < 1n << 64n, 'does not fit 64 bits');

/**
 * What a session may spend, and on whom. A key that is not known here is refused when a session is made, and
 * denies everything when it is found in one that was stored.
 */
export const sessionPolicy = z.strictObject({
  /** base units, of all paid calls of the session together */
  maximum: amountText,
  /** agent accounts that may be paid; without it, every one */
  agents: z.array(z.string()).max(64).optional(),
  /** asks the service for consent */
  consentRequired: z.boolean().optional(),
  /** asks the chain for a consent that was given there */
  consent: consentTerms.optional(),
  kycRequired: z.boolean().optional(),
  /** who may spend: `owner` the session's owner alone, `member` everybody in it */
  role: z.enum(['owner', 'member']).optional(),
});
export type SessionPolicy = z.infer<typeof sessionPolicy>;

/** What somebody wants to do. */
export interface PolicyRequest {
  /** wallet, base58 */
  subject: string;
  role: 'owner' | 'member';
  /** agent account, base58 */
  agent: string;
  /** base units */
  amount: bigint;
  /** why, for consent; free text of the caller */
  purpose: string;
}

export interface PolicyRefusal {
  code: string;
  message: string;
}

/** What the policy alone says: all reasons against, none if there are none. */
export function policyRefusals(
  stored: unknown,
  { role, agent, amount }: PolicyRequest,
  remaining: bigint,
): PolicyRefusal[] {
  const parsed = sessionPolicy.safeParse(stored);
  if (!parsed.success) {
    const message = `the session's policy is not understood: ${z.prettifyError(parsed.error)}`;
    return [{ code: 'PolicyUnknown', message }];
  }
  const policy = parsed.data;
  const refusals: PolicyRefusal[] = [];
  if (policy.role === 'owner' && role !== 'owner') {
    refusals.push({ code: 'RoleMissing', message: 'only the owner of this session may spend' });
  }
  if (policy.agents !== undefined && !policy.agents.includes(agent)) {
    refusals.push({ code: 'AgentNotAllowed', message: 'this session may not pay that agent' });
  }
  if (amount > remaining) {
    const message = `${amount} base units, ${remaining} of the session's maximum are left`;
    refusals.push({ code: 'MaximumReached', message });
  }
  return refusals;
}
