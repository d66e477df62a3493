/** Search and filter of segments: one small language for both. */
export { completeFilter } from './filter/complete.ts';
export { matchesFilter } from './filter/match.ts';
export { parseFilter, type SegmentFilter } from './filter/parse.ts';
