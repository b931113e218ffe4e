/** Every error of the service has the shape of GraphQL's, so that a client needs to know but one. */
export interface ErrorBody {
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
}

export function errorBody(code: string, message: string): ErrorBody {
  return { errors: [{ message, extensions: { code } }] };
}
