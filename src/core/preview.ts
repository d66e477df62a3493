/** What a preview of the site needs of a server. */

/** The address at which a page hears of changes; no page of a site can have it. */
export const PREVIEW_EVENTS = '/-/events';

export interface PreviewAnswer {
  readonly status: 200 | 308 | 404 | 500;
  /** Of the body: a media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Where to go instead, for 308: a path on this server. */
  readonly location?: string;
}

export interface PreviewRequest {
  /** Name or address of this machine to listen at. */
  readonly host: string;
  /** null: the usual one, or another when that is taken. */
  readonly port: number | null;
  /** What stands at a decoded path, which begins with `/`. */
  readonly answer: (path: string) => Promise<PreviewAnswer>;
}

export interface PreviewServer {
  /** Ends in `/`. */
  readonly address: string;
  /** Tells open pages which articles have changed; null when it may be any. */
  tell(slugs: readonly string[] | null): void;
  /** Ends at once, whoever is connected. */
  close(): Promise<void>;
}

export type OpenPreviewServer = (request: PreviewRequest) => Promise<PreviewServer>;
