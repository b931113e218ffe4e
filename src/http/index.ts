export { announcement } from './announcement.js';
export { type AppOptions, createApp, type HttpConfig } from './app.js';
export { isLoopback } from './exposure.js';
export { type Listening, listen } from './listen.js';
