export {
  type AccountEffect,
  type EffectProblem,
  effectProblems,
  effectsOf,
  type SimulatedAccount,
  type TokenFacts,
} from './effects.js';
export { previewInstruction, previewMessage, type TransactionPreview } from './preview.js';
export type { ShownField, ShownInstruction, StatedMove, UnknownInstruction } from './types.js';
