/** What can be published besides the pages. */
export const ALSO = ['pairs', 'tmx'] as const;

export type AlsoName = (typeof ALSO)[number];
