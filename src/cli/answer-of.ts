import { DemarcheError } from '../model/index.js';
import { ask } from './ask.js';
import type { CliContext, ExitStatus } from './context.js';
import { interruptible } from './interrupt.js';

/**
 * What the API answers to one of the command's own queries; the schema gives its shape.
 *
 * @throws DemarcheError with the API's own messages where it has errors
 */
export async function answerOf<Data>(
  context: CliContext,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly data: Data; readonly status: ExitStatus }> {
  const { result, status } = await interruptible((signal) => ask(context, { query, variables }, signal));
  if (result.errors || !result.data) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      result.errors?.map(({ message }) => message).join('; ') ?? 'no result',
    );
  }
  return { data: result.data as Data, status: status ?? 0 };
}
