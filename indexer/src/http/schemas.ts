import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';

/** An address of 32 bytes in base58. */
export const address = z
  .string()
  .min(32)
  .max(44)
  .refine(isAddress, 'must be a base58 address of 32 bytes')
  .meta({ description: 'base58, 32 bytes' });

/** Base units. */
export const amount = z.string().meta({ description: 'base units, decimal' });
export const unixTime = z.int().meta({ description: 'Unix seconds' });

const errorBody = z.object({
  error: z.object({
    code: z.string().meta({ description: 'stable name' }),
    message: z.string().meta({ description: 'what to do next' }),
  }),
});

/** Answers that every route may give beside its own. */
export const errorAnswers = { '4xx': errorBody, '5xx': errorBody };

function isAddress(text: string): boolean {
  try {
    return new PublicKey(text).toBase58() === text;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
