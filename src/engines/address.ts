/** Addresses of services, from the config. */
import { UserError } from '../core/errors.ts';

/**
 * The address of a service's endpoint; a query of the server's address stays.
 * @param field the config's name of the server, for the message
 * @throws UserError for an address that is none, or that holds a user name or a password
 */
export function endpointOf(server: string, path: string, field: string): string {
  const url = URL.parse(server);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`"${field}": expected an address like "https://api.example".`);
  }
  // They would be shown wherever the address is, and fetch refuses them.
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      `"${field}": leave out the user name and the password; a key comes from the environment.`,
    );
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
  url.hash = '';
  return url.href;
}
