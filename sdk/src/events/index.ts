export { eventsOf, type ProgramEvent, type ProgramEvents, UnknownEvent } from './events.js';
export { type ChannelSettled, settledBy } from './settled.js';
