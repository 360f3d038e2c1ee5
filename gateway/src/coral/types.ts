import { z } from 'zod';

/** A session of a Coral server. */
export interface CoralSession {
  namespace: string;
  sessionId: string;
}

export const coralMessage = z.object({
  id: z.string(),
  threadId: z.string(),
  text: z.string(),
  senderName: z.string(),
  mentionNames: z.array(z.string()),
  timestamp: z.string(),
});
export type CoralMessage = z.infer<typeof coralMessage>;

export const coralThread = z.object({
  id: z.string(),
  name: z.string(),
  creatorName: z.string(),
  participants: z.array(z.string()),
  messages: z.array(coralMessage),
  state: z.object({ state: z.enum(['open', 'closed']) }),
});
export type CoralThread = z.infer<typeof coralThread>;

/** `…/extended`: what a relay reads after every connect, for the socket replays nothing. */
export const coralExtended = z.object({ threads: z.array(coralThread) });

export const coralEvent = z.object({ type: z.string() }).loose();
export const coralMessageSent = z.object({ type: z.literal('thread_message_sent'), message: coralMessage });

/** An agent of a session by its place in the server's registry. */
export interface CoralAgent {
  /** in the registry, such as `echo` */
  name: string;
  version: string;
}

/** The agent whose place in a session the relay takes. */
export const PUPPET: CoralAgent = { name: 'puppet', version: '1.0.0' };
/** Its name in each session: what the relay sends under. */
export const RELAY = 'relay';
