import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';

/** An address of 32 bytes in base58. */
export const address = z
  .string()
  .min(32)
  .max(44)
  .refine(isAddress, 'must be a base58 address of 32 bytes')
  .meta({ description: 'base58, 32 bytes' });

export function base64(most: number) {
  return z.base64().max(most).meta({ description: 'base64' });
}

const errorBody = z.object({
  error: z.object({
    code: z.string().meta({ description: 'stable name' }),
    message: z.string().meta({ description: 'what to do next' }),
    charged: z
      .literal(false)
      .optional()
      .meta({ description: 'present where it is certain that nothing was charged' }),
  }),
});

/** Answers that every route may give beside its own. */
export const errorAnswers = { '4xx': errorBody, '5xx': errorBody };

export function isAddress(text: string): boolean {
  try {
    return new PublicKey(text).toBase58() === text;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
