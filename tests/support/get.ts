/** Requests as a browser does not send them: any method, any Host. */
import { request, type IncomingHttpHeaders } from 'node:http';

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface GetOptions {
  readonly method?: string;
  readonly host?: string;
}

/** What stands at a path of a server; the path goes out as it is. */
export function get(address: string, path: string, options: GetOptions = {}): Promise<Got> {
  const { method = 'GET', host } = options;
  const { hostname, port } = new URL(address);
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const headers = host === undefined ? {} : { host };
  const target = {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path,
    method,
    headers,
    agent: false as const,
  };
  const sent = request(target, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => (text += part));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
    );
    response.on('error', reject);
  });
  sent.on('error', reject);
  sent.end();
  return promise;
}

/** What a server tells its listeners; `next` resolves with the next of it. */
export async function listen(address: string): Promise<{ next: () => Promise<unknown> }> {
  const response = await fetch(new URL('/-/events', address));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const found = /^data: (.*)\n\n/m.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? '') as unknown;
      }
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return undefined;
      text += value;
    }
  };
  return { next };
}
