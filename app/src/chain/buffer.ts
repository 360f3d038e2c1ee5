import { Buffer } from 'buffer';

// what SPL Token and Anchor take for granted, as Node has it
(globalThis as { Buffer?: unknown }).Buffer ??= Buffer;
