import { Router } from 'express';

/** `GET /`: to the explorer. */
export function homeRoute(): Router {
  return Router().get('/', (_request, response) => response.redirect('/graphql'));
}
