import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what no HTTP client would, or as slowly as none would. */
export interface RawConnection {
  readonly socket: Socket;
  /** Resolves, when the other side has closed, to the statuses and the text of all it answered. */
  readonly closed: Promise<{ readonly statuses: readonly number[]; readonly text: string }>;
}

export function rawConnection(url: string, ...chunks: readonly (string | Buffer)[]): RawConnection {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const closed = new Promise<{ statuses: number[]; text: string }>((resolve) => {
    const end = () => {
      socket.destroy();
      resolve({
        statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
        text,
      });
    };
    // a connection that is reset has still been answered, or has not: the test looks at the text
    socket.once('end', end).once('error', end).once('close', end);
  });
  for (const chunk of chunks) socket.write(chunk);
  return { socket, closed };
}

/** The head of a POST of GraphQL. */
export function postHead(...fields: readonly string[]): string {
  const head = ['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...fields];
  return `${head.join('\r\n')}\r\n\r\n`;
}
