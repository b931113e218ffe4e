import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DemarcheError } from '../model/index.js';

/**
 * Lets each client make so many requests a minute; 0 is no limit. A client is an address (`TRUSTED_PROXIES` says whose
 * word on it is believed), and for IPv6 a network of 64 bits, for whoever has one address there has all of them.
 */
export function rateLimit(requestsPerMinute: number): RequestHandler {
  if (requestsPerMinute === 0) return (_request, _response, next) => next();
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (request, response, next) => {
    try {
      await limiter.consume(clientOf(request.ip ?? ''));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      response.set('Retry-After', String(Math.ceil(refused.msBeforeNext / 1_000)));
      throw new DemarcheError(
        'RATE_LIMITED',
        `This service answers ${requestsPerMinute} requests a minute for each client: wait for as long as Retry-After says.`,
      );
    }
    next();
  };
}

/** `::ffff:192.0.2.1` is an IPv4 address. */
function clientOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  // what `::` stands for is at least one group, and what follows it is not of the network
  const zeros = tail === undefined ? [] : ['0', '0', '0', '0'];
  return [...groups, ...zeros]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}
